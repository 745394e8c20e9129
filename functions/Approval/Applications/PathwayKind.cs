namespace MicroCred.Approval;

/// <summary>How a micro-credential relates to other learning.</summary>
public enum PathwayKind
{
    /// <summary>Learners do the other before this one.</summary>
    Follows,

    /// <summary>Learners may go on to the other, such as an apprenticeship.</summary>
    LeadsTo,

    /// <summary>Its credits are part of the other, such as a qualification that it stacks towards.</summary>
    CountsTowards,

    /// <summary>It takes the other's place.</summary>
    Replaces,
}
