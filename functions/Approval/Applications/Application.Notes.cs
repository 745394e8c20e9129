namespace MicroCred.Approval;

/// <content>Private notes, which stay with NZQA.</content>
public sealed partial record Application
{
    private const int MostNotes = 100;

    /// <summary>The notes, oldest first. No provider sees them, nor that there are any.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>Adds a note to an application that was assigned; also once it has ended. One who <see cref="IsBlind"/> can't yet.</summary>
    public Outcome<Change> AddNote(TaskId taskId, string text, Actor by, DateTimeOffset at)
    {
        if (Tasks.All(task => task.Id != taskId))
        {
            return Refusal.NotFound($"There is no task {taskId}.");
        }

        if (Bound(by) is { } bound)
        {
            return bound;
        }

        if (IsBlind(by.Id))
        {
            return Refusal.WrongState("Record your own findings on every criterion first.");
        }

        if (!Text.IsGiven(text))
        {
            return Refusal.Invalid("text: write the note.");
        }

        return Notes.Count >= MostNotes
            ? Refusal.WrongState($"It has {MostNotes} notes, which is all there may be.")
            : (this with { Notes = [.. Notes, new(at.ToUniversalTime(), by, text)] }).Because(by, at, new NoteWritten(Notes.Count + 1));
    }

    /// <summary>The notes that a person may read: none while they <see cref="IsBlind"/>.</summary>
    public IReadOnlyList<Note> NotesShownTo(string person) => IsBlind(person) ? [] : Notes;
}
