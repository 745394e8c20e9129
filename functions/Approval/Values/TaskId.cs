using System.Globalization;
using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>A task's id: its application's id, a hyphen, and the task's number within the application, from 1.</summary>
[JsonConverter(typeof(TextValueConverter<TaskId>))]
public readonly record struct TaskId : ITextValue<TaskId>
{
    private const int GuidLength = 36;

    private TaskId(ApplicationId application, int ordinal) => (Application, Ordinal) = (application, ordinal);

    /// <summary>The application that the task belongs to.</summary>
    public ApplicationId Application { get; }

    /// <summary>The task's number within its application, from 1.</summary>
    public int Ordinal { get; }

    /// <summary>The id of an application's n-th task.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is under 1.</exception>
    public static TaskId Create(ApplicationId application, int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ordinal, 1);
        return new(application, ordinal);
    }

    /// <summary>False when the text isn't a task id exactly as <see cref="ToString"/> writes it.</summary>
    public static bool TryCreate(string? text, out TaskId result)
    {
        result = default;
        if (
            text is null
            || text.Length <= GuidLength + 1
            || text[GuidLength] != '-'
            || !ApplicationId.TryCreate(text[..GuidLength], out var application)
            || !int.TryParse(text.AsSpan(GuidLength + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            || ordinal < 1
            || text[GuidLength + 1] == '0'
        )
        {
            return false;
        }

        result = new(application, ordinal);
        return true;
    }

    /// <summary>The text as a task id.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a task id.</exception>
    public static TaskId Parse(string text) =>
        TryCreate(text, out var result) ? result : throw new ArgumentOutOfRangeException(nameof(text), text, "Not a task's id.");

    /// <summary>The id, such as <c>0e8d…-1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Application}-{Ordinal}");
}
