using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>TEC's funds for delivery, by level.</summary>
public enum Fund
{
    /// <summary>Levels 1 and 2.</summary>
    [JsonStringEnumMemberName("DQ1-2")]
    Dq1To2,

    /// <summary>Levels 3 to 7, non-degree.</summary>
    [JsonStringEnumMemberName("DQ3-7")]
    Dq3To7,

    /// <summary>Level 7 degree and above.</summary>
    [JsonStringEnumMemberName("DQ7-10")]
    Dq7To10,
}
