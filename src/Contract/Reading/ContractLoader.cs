using System.Text;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Reading.References;

namespace SocialContract.Contract.Reading;

/// <summary>Reads an OpenAPI 3.0 or 3.1 document, YAML or JSON, one file or several joined by <c>$ref</c>. Bad input is data: nothing here
/// throws for it.</summary>
public static class ContractLoader
{
    /// <summary>Loads the document at a path, relative to the current folder or absolute.</summary>
    public static LoadResult Load(string path, LoadOptions? options = null)
    {
        options ??= LoadOptions.Default;
        var diagnostics = new DiagnosticBag();
        return DocumentOpener.TryRead(path, options, out var bytes, out var fault)
            ? Load(bytes, path, options)
            : Rejected(fault);

        LoadResult Rejected(DocumentFault reason)
        {
            diagnostics.Report(reason, path, lines: null);
            return new LoadResult.Rejected(diagnostics.All);
        }
    }

    /// <summary>Loads a document from its text. Its relative references are opened as if it stood at <paramref name="name"/>.</summary>
    public static LoadResult LoadText(string text, string name, LoadOptions? options = null) =>
        Load(Encoding.UTF8.GetBytes(text), name, options);

    /// <summary>Loads a document from its bytes, which must stay as they are from then on. Its relative references are opened as if it
    /// stood at <paramref name="name"/>.</summary>
    public static LoadResult Load(ReadOnlyMemory<byte> bytes, string name, LoadOptions? options = null)
    {
        options ??= LoadOptions.Default;
        var diagnostics = new DiagnosticBag();
        var faults = new List<DocumentFault>();
        var entry = DocumentReader.Read(UriOf(name), name, bytes, options.Limits, faults);
        var lines = faults.Count > 0 ? entry?.Lines ?? new LineTable(bytes) : null;
        faults.ForEach(fault => diagnostics.Report(fault, name, lines));
        if (entry is null)
        {
            return new LoadResult.Rejected(diagnostics.All);
        }

        return SpecificationCheck.Run(entry, diagnostics) is { } specification
            ? new DescriptionBuilder(entry, specification, diagnostics, options).Build()
            : new LoadResult.Rejected(diagnostics.All);
    }

    /// <summary>A path as a URI that resolves references as URIs: one made from a bare path would take <c>%20</c> in them for three
    /// letters.</summary>
    private static Uri UriOf(string path) => new(new Uri(Path.GetFullPath(path)).AbsoluteUri);
}
