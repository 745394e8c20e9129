namespace MicroCred.Inspection;

/// <summary>Thrown, and inspection ended, when a document would cost more to inspect than any legitimate one.</summary>
internal sealed class InspectionLimitException(string message) : Exception(message);
