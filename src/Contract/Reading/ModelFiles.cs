using SocialApi.Contract.Diagnostics;
using SocialApi.Contract.Sources;

namespace SocialApi.Contract.Reading;

/// <summary>Opens the files that references join, each once, while a document is loaded.</summary>
internal sealed class ModelFiles(DocumentSet documents, DiagnosticBag diagnostics, LoadOptions options)
{
    private readonly HashSet<Uri> _unreadable = [];

    public DocumentSet Documents => documents;

    /// <summary>What a reference leads to, or why it leads nowhere; null where that was said before, or is the schema compiler's to say.</summary>
    /// <param name="section">The folder of <c>components</c> that targets of the expected kind stand in; empty where there is none.</param>
    public Resolution? Resolve(DocumentNode from, string reference, string section)
    {
        if (Reference.Parse(from.File, reference) is not { } parsed)
        {
            return Fail(DiagnosticCodes.ReferenceSyntax, $"{Kinds.Shorten(reference)} is no reference; write a file, a # and a pointer, as in #/components/schemas/Pet");
        }

        if (parsed.Document.Scheme is "http" or "https")
        {
            return Fail(DiagnosticCodes.ReferenceRemote, $"{Kinds.Shorten(reference)} is on another host; the kit fetches nothing, so save the file beside this one and refer to that");
        }

        if (!parsed.Document.IsFile)
        {
            return Fail(DiagnosticCodes.ReferenceSyntax, $"{Kinds.Shorten(reference)} is neither a file nor a place in this one");
        }

        if (documents.FileAt(parsed.Document) is not { } file)
        {
            if (_unreadable.Contains(parsed.Document))
            {
                return Fail(DiagnosticCodes.ReferenceFile, $"the file of {Kinds.Shorten(reference)} cannot be read");
            }

            if (Open(from.File, parsed.Document, out var fault) is not { } opened)
            {
                return Fail(DiagnosticCodes.ReferenceFile, $"the file of {Kinds.Shorten(reference)} cannot be read: {fault}");
            }

            file = opened;
        }

        if (parsed.Pointer is not { } pointer)
        {
            return section == "schemas" ? null : Fail(DiagnosticCodes.ReferenceDangling, $"{Kinds.Shorten(reference)} is no pointer: after # it must begin with a slash");
        }

        if (!file.TryFind(pointer, out var value))
        {
            var (missing, nearest) = DanglingReference.Explain(file, pointer);
            return Fail(DiagnosticCodes.ReferenceDangling, $"{Kinds.Shorten(reference)} leads nowhere: there is no {missing}", nearest);
        }

        if (section.Length > 0 && pointer.Split('/') is ["", "components", var found, _] && found != section)
        {
            return Fail(DiagnosticCodes.ReferenceKind, $"{Kinds.Shorten(reference)} names an entry of {found} where one of {section} is expected");
        }

        return new Resolution(new DocumentNode(file, pointer, value), null);

        static Resolution Fail(string code, string message, string? nearest = null) => new(null, new ResolutionFault(code, message, nearest));
    }

    private SourceFile? Open(SourceFile from, Uri uri, out string? fault)
    {
        fault = null;
        if (documents.Files.Count >= options.Limits.MaxFiles)
        {
            fault = $"the description already consists of {documents.Files.Count} files, which is the limit";
            return null;
        }

        var shown = Path.Combine(Path.GetDirectoryName(from.DisplayPath) ?? "", Uri.UnescapeDataString(from.Uri.MakeRelativeUri(uri).ToString()));
        if (!SourceOpener.TryRead(uri.LocalPath, options, out var bytes, out var problem))
        {
            fault = problem.Message;
            _unreadable.Add(uri);
            return null;
        }

        var faults = new List<SourceFault>();
        var file = SourceReader.Read(uri, shown, bytes, options.Limits, faults);
        var lines = faults.Count > 0 ? file?.Lines ?? new LineTable(bytes) : null;
        faults.ForEach(one => diagnostics.Report(one, shown, lines));
        if (file is null)
        {
            fault = $"see {shown}";
            _unreadable.Add(uri);
            return null;
        }

        documents.Admit(file);
        return file;
    }
}
