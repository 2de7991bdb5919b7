namespace SocialContract.JsonSchema.Instances;

/// <summary>Why a text is not acceptable JSON, and where.</summary>
/// <param name="Kind">The kind of fault; <see cref="JsonFaultKind.None"/> where there is none.</param>
/// <param name="Offset">Bytes from the start of the text.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in bytes.</param>
/// <param name="Message">One sentence: what was expected and what was found.</param>
public readonly record struct JsonFault(JsonFaultKind Kind, int Offset, int Line, int Column, string Message);
