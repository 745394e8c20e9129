using MicroCred.Approval;

namespace MicroCred.App.Notification;

/// <summary>Subject and text of each kind of notice.</summary>
internal static class LetterTexts
{
    public static (string Subject, string Text) Of(Notice notice) => notice.Kind switch
    {
        NoticeKind.Returned => (
            "Your application needs corrections",
            $"""
            The automatic checks found something to correct before an evaluator can read your application:

            {Fact(notice, "findings")}

            Correct it and submit it again by {Fact(notice, "due")}. After that day it lapses.
            """),
        NoticeKind.ReturnLapsing => (
            "Your application lapses soon", $"Your application is still waiting for corrections. Submit it again by {Fact(notice, "due")}, or it lapses."),
        NoticeKind.Lapsed => (
            "Your application has lapsed", "It was returned for corrections and wasn't submitted again in time. You can start a new application at any time."),
        NoticeKind.DocumentInfected => ("Malware was found in a document of yours", Infected(notice)),
        NoticeKind.EvaluationBrokenOff => (
            "An application went back to its provider",
            $"A scan found malware in {Fact(notice, "documents")}. The application went back to its provider, and there is nothing more for you to do."),
        NoticeKind.InfectedAfterApproval => (
            "Malware was found in a document of the past",
            $"A scan found malware in {Fact(notice, "documents")} of an application that is {Fact(notice, "status")}. It stays so; please judge whether anything has to follow."),
        NoticeKind.Assigned => (
            Fact(notice, "urgent") == "True" ? "Urgent: an application to evaluate" : "An application to evaluate",
            string.Join("\n\n", [
                $"An application was assigned to you. A decision is due by {Fact(notice, "due")}.",
                .. Fact(notice, "alike") is { Length: > 0 } alike ? [$"Look at this first: {alike}"] : Array.Empty<string>(),
            ])),
        NoticeKind.NobodyFree => (
            "A task waits for somebody",
            $"There is nobody else who may have this task. It waits with nobody, and is due by {Fact(notice, "due")}. Please find somebody."),
        NoticeKind.EvaluationDue => ("An evaluation is due soon", $"The decision on this application is due by {Fact(notice, "due")}."),
        NoticeKind.EvaluationOverdue => ("An evaluation is overdue", $"The decision on this application was due by {Fact(notice, "due")}."),
        NoticeKind.InformationRequested => (
            "The evaluator has a question",
            $"""
            {Fact(notice, "question")}

            Please answer by {Fact(notice, "due")}. The evaluation waits for your answer until then.
            """),
        NoticeKind.InformationDue => ("An answer is due soon", $"The evaluator's question is still open. Please answer by {Fact(notice, "due")}."),
        NoticeKind.InformationLapsed => ("No answer came in time", "The provider didn't answer your question in time. The evaluation goes on with what you have."),
        NoticeKind.Answered => ("The provider has answered", "The provider answered your question. The evaluation goes on."),
        NoticeKind.Declined => (
            "Your application was declined",
            $"""
            The evaluator's reasons:

            {Fact(notice, "reasons")}
            """),
        NoticeKind.Withdrawn => ("An application was withdrawn", $"The provider withdrew it: {Fact(notice, "reason")}. There is nothing more for you to do."),
        NoticeKind.FundingReferred => (
            "A funding referral to decide", $"The funding rules couldn't settle whether TEC may fund this micro-credential. Your decision is due by {Fact(notice, "due")}."),
        NoticeKind.FundingDue => ("A funding referral is waiting", $"Your decision was asked for by {Fact(notice, "due")}."),
        NoticeKind.Published => ("Your micro-credential is on the register", Published(notice)),
        NoticeKind.EntryStatusChanged => (
            "Your micro-credential's entry has changed",
            $"""
            Number {Fact(notice, "number")} on the register {Changed(Fact(notice, "status"))}. The registrar's reason:

            {Fact(notice, "reason")}
            """),
        _ => throw new ArgumentOutOfRangeException(nameof(notice), notice.Kind, "There is no letter of this kind."),
    };

    private static string Infected(Notice notice) => string.Join("\n\n", [
        $"A scan found malware in {Fact(notice, "documents")}. Nobody can open it here any more. Please check the machine that it came from.",
        Fact(notice, "status") switch
        {
            nameof(ApplicationStatus.Draft) => "Replace it with a clean copy before you submit your application.",
            nameof(ApplicationStatus.Returned) =>
                $"Your application is with you: replace the document with a clean copy, and submit it again by {Fact(notice, "due")}. After that day it lapses.",
            _ => "Your application stays where it is. NZQA's registrar was told.",
        },
    ]);

    private static string Changed(string status) => status switch
    {
        nameof(RegisterStatus.Expiring) => "is expiring",
        nameof(RegisterStatus.Discontinued) => "is discontinued",
        nameof(RegisterStatus.ListedByMistake) => "is marked as listed by mistake",
        _ => "is current again",
    };

    private static string Published(Notice notice)
    {
        List<string> paragraphs = [$"It was approved and is listed under number {Fact(notice, "number")}."];
        if (Fact(notice, "code") is { Length: > 0 } code)
        {
            paragraphs.Add($"Its reporting code is {code}.");
        }

        paragraphs.Add($"Reasons for the decision: {Fact(notice, "reasons")}");
        if (Fact(notice, "conditions") is { Length: > 0 } conditions)
        {
            paragraphs.Add($"Conditions:\n{conditions}");
        }

        if (Fact(notice, "funding") is { Length: > 0 } funding)
        {
            paragraphs.Add($"TEC funding: {funding.ToLowerInvariant()}.");
        }

        return string.Join("\n\n", paragraphs);
    }

    private static string Fact(Notice notice, string name) => notice.Facts.GetValueOrDefault(name, "");
}
