namespace MicroCred.Inspection;

/// <summary>Thrown where a document would cost more to look through than any honest one does. The look ends there.</summary>
internal sealed class InspectionLimitException(string message) : Exception(message);
