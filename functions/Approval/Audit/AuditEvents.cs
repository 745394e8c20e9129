namespace MicroCred.Approval;

/// <summary>The names of the events that an audit trail holds.</summary>
public static class AuditEvents
{
    /// <summary>A provider began an application.</summary>
    public const string Drafted = "Drafted";

    /// <summary>Its content was replaced.</summary>
    public const string Changed = "Changed";

    /// <summary>A document was added.</summary>
    public const string DocumentAdded = "DocumentAdded";

    /// <summary>A document was taken away.</summary>
    public const string DocumentRemoved = "DocumentRemoved";

    /// <summary>A scan found malware in a document.</summary>
    public const string DocumentRejected = "DocumentRejected";

    /// <summary>It was handed in, for the first time or again.</summary>
    public const string Submitted = "Submitted";

    /// <summary>The automatic checks found no error.</summary>
    public const string Validated = "Validated";

    /// <summary>They found errors, and it went back.</summary>
    public const string Returned = "Returned";

    /// <summary>It was returned and not submitted again in time.</summary>
    public const string Lapsed = "Lapsed";

    /// <summary>An evaluator got it.</summary>
    public const string Assigned = "Assigned";

    /// <summary>An evaluator judged a criterion.</summary>
    public const string FindingRecorded = "FindingRecorded";

    /// <summary>An evaluator asked the provider something.</summary>
    public const string InformationRequested = "InformationRequested";

    /// <summary>The provider answered.</summary>
    public const string InformationGiven = "InformationGiven";

    /// <summary>The provider didn't answer in time.</summary>
    public const string InformationRequestLapsed = "InformationRequestLapsed";

    /// <summary>Someone stepped back for an interest of theirs.</summary>
    public const string ConflictDeclared = "ConflictDeclared";

    /// <summary>Someone gave a task up.</summary>
    public const string Released = "Released";

    /// <summary>The registrar gave a task to someone else.</summary>
    public const string Reassigned = "Reassigned";

    /// <summary>It was approved, with conditions or without.</summary>
    public const string Approved = "Approved";

    /// <summary>It was declined.</summary>
    public const string Declined = "Declined";

    /// <summary>The funding rules settled funding.</summary>
    public const string FundingAssessed = "FundingAssessed";

    /// <summary>The funding rules left funding to an adviser.</summary>
    public const string FundingReferred = "FundingReferred";

    /// <summary>A funding adviser settled it.</summary>
    public const string FundingDecided = "FundingDecided";

    /// <summary>It is on the register.</summary>
    public const string Published = "Published";

    /// <summary>The registrar changed where its entry on the register is in its life.</summary>
    public const string EntryStatusChanged = "EntryStatusChanged";

    /// <summary>Its provider took it back.</summary>
    public const string Withdrawn = "Withdrawn";

    /// <summary>Somebody was reminded of what waits for them.</summary>
    public const string Reminded = "Reminded";

    /// <summary>
    /// An event's detail as its provider is told it. Judgements before the decision, and why people stepped back, are for NZQA and TEC alone; of
    /// who has a task the provider is told the role, since the detail has the person's id. An event that nothing is said of here is withheld.
    /// </summary>
    public static string DetailForProvider(AuditEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened.Event switch
        {
            Assigned => "It is with NZQA for evaluation.",
            Reassigned => "Somebody else has the task now.",
            FundingReferred => "A funding adviser of TEC is to decide.",
            Reminded => "Somebody was reminded of what is due.",
            Drafted or Changed or DocumentAdded or DocumentRemoved or DocumentRejected or Submitted or Validated or Returned or Lapsed
                or InformationRequested or InformationGiven or InformationRequestLapsed or Approved or Declined or FundingAssessed or FundingDecided
                or Published or EntryStatusChanged or Withdrawn => happened.Detail,
            _ => "For NZQA and TEC only.",
        };
    }
}
