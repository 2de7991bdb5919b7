namespace SocialContract.Contract.Export.Folders;

/// <summary>A file of an export.</summary>
/// <param name="Path">Relative to the folder, with slashes.</param>
/// <param name="Text">Its content, written as UTF-8.</param>
internal sealed record ExportedFile(string Path, string Text);
