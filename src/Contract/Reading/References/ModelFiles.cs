using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Reading.References;

/// <summary>Looks up references while a document is loaded, and opens the files that they name, each once.</summary>
internal sealed class ModelFiles(DocumentSet documents, DiagnosticBag diagnostics, LoadOptions options)
{
    /// <summary>
    /// A suggestion compares the name with every existing one; for thousands of dangling references that would take minutes.
    /// </summary>
    private const int SuggestionLimit = 200;

    private readonly Dictionary<Uri, string> _unreadable = [];
    private int _dangling;

    public DocumentSet Documents => documents;

    /// <summary>Looks up a reference and opens its file if necessary.</summary>
    /// <param name="section">The section of <c>components</c> that has the expected objects; empty if there is none.</param>
    public Resolution Resolve(DocumentNode from, string reference, string section)
    {
        if (Reference.Parse(from, reference) is not { } parsed)
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

        if (from.File.Identifiers?.BaseOf(from.Pointer) is { } around && around != from.File.Uri)
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

            var (missing, nearest) = DanglingReference.Explain(file, parsed.Fragment, suggests: _dangling++ < SuggestionLimit);
            return Fail(
                DiagnosticCodes.ReferenceDangling, $"{ValueWords.Shorten(reference)} has no target: there is no {missing}", nearest);
        }

        // The file becomes part of the document, and the reference is looked up again.
        return Open(parsed.Document) is { } fault
            ? Fail(DiagnosticCodes.ReferenceFile, $"the file of {ValueWords.Shorten(reference)} cannot be read: {fault}")
            : Resolve(from, reference, section);

        static Resolution Fail(string code, string message, string? nearest = null) => new Resolution.Failed(code, message, nearest);
    }

    /// <summary>Adds a file to the document. Returns null, or why the file cannot be read.</summary>
    private string? Open(Uri uri)
    {
        if (_unreadable.TryGetValue(uri, out var reason))
        {
            return reason;
        }

        if (documents.Files.Count >= options.Limits.MaxFiles)
        {
            return $"the description already has {documents.Files.Count} files, which is the limit";
        }

        var entry = documents.Entry;
        var shown = Path.Combine(
            Path.GetDirectoryName(entry.DisplayPath) ?? "", Uri.UnescapeDataString(entry.Uri.MakeRelativeUri(uri).ToString()));
        if (!DocumentOpener.TryRead(uri.LocalPath, options, out var bytes, out var problem))
        {
            return _unreadable[uri] = problem.Message;
        }

        var faults = new List<DocumentFault>();
        var file = DocumentReader.Read(uri, shown, bytes, options.Limits, faults);
        var lines = faults.Count > 0 ? file?.Lines ?? new LineTable(bytes) : null;
        faults.ForEach(fault => diagnostics.Report(fault, shown, lines));
        if (file is null)
        {
            return _unreadable[uri] = $"see {shown}";
        }

        documents.Admit(file);
        return null;
    }
}
