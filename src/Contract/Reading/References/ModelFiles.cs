using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Reading.References;

/// <summary>Looks up references while a document is loaded, and opens the files that they name, each once.</summary>
/// <param name="options">Null for a document that is loaded: no further files are opened.</param>
internal sealed class ModelFiles(DocumentSet documents, DiagnosticBag diagnostics, LoadOptions? options = null)
{
    private readonly Dictionary<Uri, FileResult.Refused> _refused = [];
    private readonly DocumentFolders _folders = new(documents.Entry.Uri.LocalPath, options?.AllowedFolders ?? []);

    public DocumentSet Documents => documents;

    /// <summary>Looks up a reference and opens its file if necessary.</summary>
    /// <param name="section">The section of <c>components</c> that has the expected objects; empty if there is none.</param>
    public Resolution Resolve(DocumentNode from, string reference, string section)
    {
        var around = documents.Identifiers.BaseOf(from);
        if (Reference.Parse(around, reference) is not { } parsed)
        {
            return Fail(
                DiagnosticCodes.ReferenceSyntax,
                $"{ValueWords.Shorten(reference)} is not a reference; write a file, a # and a pointer, as in #/components/schemas/Pet");
        }

        if (documents.TryResolve(from, reference, out var target))
        {
            return section.Length > 0 && target.Pointer.Split('/') is ["", "components", var found, _] && found != section
                ? Fail(
                    DiagnosticCodes.ReferenceKind,
                    $"{ValueWords.Shorten(reference)} names an entry of {found}; an entry of {section} is expected")
                : new Resolution.Found(target);
        }

        if (around != from.File.Uri)
        {
            return new Resolution.LeftToCompiler();
        }

        if (parsed.Document.Scheme is "http" or "https")
        {
            return Fail(
                DiagnosticCodes.ReferenceRemote,
                $"{ValueWords.Shorten(reference)} is on another host and is not downloaded; "
                    + "save the file next to this one and refer to it");
        }

        if (!parsed.Document.IsFile)
        {
            return Fail(DiagnosticCodes.ReferenceSyntax, $"{ValueWords.Shorten(reference)} names neither a file nor a place in this file");
        }

        if (documents.FileAt(parsed.Document) is { } file)
        {
            if (!parsed.IsPointer)
            {
                return Fail(
                    DiagnosticCodes.ReferenceDangling,
                    $"{ValueWords.Shorten(reference)} has no target: no schema has this anchor, and a pointer begins with a slash");
            }

            var (missing, nearest) = DanglingReference.Explain(file, parsed.Fragment, diagnostics);
            return Fail(
                DiagnosticCodes.ReferenceDangling, $"{ValueWords.Shorten(reference)} has no target: there is no {missing}", nearest);
        }

        // The file becomes part of the document, and the reference is looked up again.
        return Open(parsed.Document) is { } refused
            ? Fail(refused.Code, $"{ValueWords.Shorten(reference)} {refused.Reason}")
            : Resolve(from, reference, section);

        static Resolution Fail(string code, string message, string? nearest = null) => new Resolution.Failed(code, message, nearest);
    }

    /// <summary>Adds a file to the document. Returns null, or why the file is not read.</summary>
    private FileResult.Refused? Open(Uri uri)
    {
        if (_refused.TryGetValue(uri, out var known))
        {
            return known;
        }

        if (options is null)
        {
            return new FileResult.Refused(DiagnosticCodes.ReferenceFile, "was not read when the description was loaded");
        }

        if (documents.Files.Count >= options.Limits.MaxFiles)
        {
            return new FileResult.Refused(
                DiagnosticCodes.ReferenceFile,
                $"cannot be read: the document already has {documents.Files.Count} files, which is the limit");
        }

        var refused = ReferencedFile.Read(uri, _folders, options) switch
        {
            FileResult.Read read => Admit(uri, read.Bytes, options.Limits),
            FileResult.Refused reason => reason,
            _ => null,
        };
        if (refused is not null)
        {
            _refused.Add(uri, refused);
            if (refused.Code == DiagnosticCodes.ReferenceFile)
            {
                documents.AddUnread(uri.LocalPath);
            }
        }

        return refused;
    }

    /// <summary>Makes a file part of the document. Returns null, or why it cannot be.</summary>
    private FileResult.Refused? Admit(Uri uri, byte[] bytes, DocumentLimits limits)
    {
        var shown = ShownPath(uri);
        var faults = new List<DocumentFault>();
        var file = DocumentReader.Read(uri, shown, bytes, limits, faults);
        var lines = faults.Count > 0 ? file?.Lines ?? new LineTable(bytes) : null;
        faults.ForEach(fault => diagnostics.Report(fault, shown, lines));
        if (file is null)
        {
            return new FileResult.Refused(DiagnosticCodes.ReferenceFile, $"cannot be read: see {shown}");
        }

        // Text of any kind is a YAML scalar. It is not part of a description, so it is not served as one either.
        if (file.Root.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null)
        {
            return new FileResult.Refused(
                DiagnosticCodes.ReferenceFile, $"cannot be read: an object is expected in it; found {ValueWords.Name(file.Root)}");
        }

        documents.Admit(file);
        return null;
    }

    /// <summary>The path as messages show it: beside the entry's, except where that is a link to another folder.</summary>
    private string ShownPath(Uri uri)
    {
        var entry = documents.Entry;
        return Path.GetFullPath(entry.DisplayPath) == entry.Uri.LocalPath
            ? Path.Combine(
                Path.GetDirectoryName(entry.DisplayPath) ?? "", Uri.UnescapeDataString(entry.Uri.MakeRelativeUri(uri).ToString()))
            : uri.LocalPath;
    }
}
