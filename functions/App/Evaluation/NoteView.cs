using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>A private note as NZQA reads it.</summary>
/// <param name="At">When it was written, in UTC.</param>
/// <param name="By">The name of the person who wrote it.</param>
/// <param name="Text">The note.</param>
internal sealed record NoteView(DateTimeOffset At, string By, string Text)
{
    public static NoteView Of(Note note) => new(note.At, note.By.Name, note.Text);
}

/// <summary>An application's notes, oldest first.</summary>
internal sealed record NotesView(IReadOnlyList<NoteView> Items)
{
    public static NotesView Of(IEnumerable<Note> notes) => new([.. notes.Select(NoteView.Of)]);
}
