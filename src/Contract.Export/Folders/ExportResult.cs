namespace SocialContract.Contract.Export.Folders;

/// <summary>The files of an export, before they are written.</summary>
/// <param name="Files">In order.</param>
/// <param name="Notes">What of the document could not be expressed, a sentence each.</param>
internal sealed record ExportResult(IReadOnlyList<ExportedFile> Files, IReadOnlyList<string> Notes);
