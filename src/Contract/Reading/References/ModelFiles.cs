using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Reading.References;

/// <summary>Opens the files that references join, each once, while a document is loaded.</summary>
internal sealed class ModelFiles(DocumentSet documents, DiagnosticBag diagnostics, LoadOptions options)
{
    /// <summary>A suggestion compares with every name there is: with thousands of both that would take minutes.</summary>
    private const int MostSuggestions = 200;

    private readonly Dictionary<Uri, string> _unreadable = [];
    private int _dangling;

    public DocumentSet Documents => documents;

    /// <summary>What a reference leads to, or why it leads nowhere; null where that was said before, or is the schema compiler's to
    /// say.</summary>
    /// <param name="section">The folder of <c>components</c> that targets of the expected kind stand in; empty where there is none.</param>
    public Resolution? Resolve(DocumentNode from, string reference, string section)
    {
        if (Reference.Parse(from, reference) is not { } parsed)
        {
            return Fail(
                DiagnosticCodes.ReferenceSyntax,
                $"{Kinds.Shorten(reference)} is no reference; write a file, a # and a pointer, as in #/components/schemas/Pet");
        }

        if (documents.TryResolve(from, reference, out var target))
        {
            return section.Length > 0 && target.Pointer.Split('/') is ["", "components", var found, _] && found != section
                ? Fail(
                    DiagnosticCodes.ReferenceKind,
                    $"{Kinds.Shorten(reference)} names an entry of {found} where one of {section} is expected")
                : new Resolution(target, null);
        }

        if (from.File.Identifiers?.BaseOf(from.Pointer) is { } around && around != from.File.Uri)
        {
            // Within a schema that has an $id, the compiler knows more names than files have.
            return null;
        }

        if (parsed.Document.Scheme is "http" or "https")
        {
            return Fail(
                DiagnosticCodes.ReferenceRemote,
                $"{Kinds.Shorten(reference)} is on another host; the kit fetches nothing, so save the file beside this one and refer to that");
        }

        if (!parsed.Document.IsFile)
        {
            return Fail(DiagnosticCodes.ReferenceSyntax, $"{Kinds.Shorten(reference)} is neither a file nor a place in this one");
        }

        if (documents.FileAt(parsed.Document) is { } file)
        {
            if (!parsed.IsPointer)
            {
                return Fail(
                    DiagnosticCodes.ReferenceDangling,
                    $"{Kinds.Shorten(reference)} leads nowhere: no schema has this anchor, and a pointer begins with a slash");
            }

            var (missing, nearest) = DanglingReference.Explain(file, parsed.Fragment, suggests: _dangling++ < MostSuggestions);
            return Fail(DiagnosticCodes.ReferenceDangling, $"{Kinds.Shorten(reference)} leads nowhere: there is no {missing}", nearest);
        }

        // The file becomes part of the document, and the reference is looked up once more.
        return Open(parsed.Document) is { } fault
            ? Fail(DiagnosticCodes.ReferenceFile, $"the file of {Kinds.Shorten(reference)} cannot be read: {fault}")
            : Resolve(from, reference, section);

        static Resolution Fail(string code, string message, string? nearest = null) => new(
            null, new ResolutionFault(code, message, nearest));
    }

    /// <summary>Admits a file, or says why it cannot be read.</summary>
    private string? Open(Uri uri)
    {
        if (_unreadable.TryGetValue(uri, out var known))
        {
            return known;
        }

        if (documents.Files.Count >= options.Limits.MaxFiles)
        {
            return $"the description already consists of {documents.Files.Count} files, which is the limit";
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
        faults.ForEach(one => diagnostics.Report(one, shown, lines));
        if (file is null)
        {
            return _unreadable[uri] = $"see {shown}";
        }

        documents.Admit(file);
        return null;
    }
}
