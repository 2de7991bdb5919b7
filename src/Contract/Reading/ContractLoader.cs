using System.Text;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Reading.References;

namespace SocialContract.Contract.Reading;

/// <summary>
/// Reads an OpenAPI 3.0 or 3.1 document, in YAML or JSON, of one file or of several that <c>$ref</c>s connect. Bad input never throws: it
/// is reported as diagnostics.
/// </summary>
public static class ContractLoader
{
    /// <summary>
    /// Loads the document at a path, relative to the current folder or absolute. If the path is a symbolic link, references are resolved
    /// from the folder of its final target. Files outside that folder are read only in <see cref="LoadOptions.AllowedFolders"/>.
    /// </summary>
    public static LoadResult Load(string path, LoadOptions? options = null)
    {
        options ??= LoadOptions.Default;
        var diagnostics = new DiagnosticBag();
        return DocumentOpener.TryRead(path, options, out var bytes, out var fault)
            ? Load(bytes, path, UriOf(options.Open is null ? DocumentFolders.EntryOf(path) : path), options)
            : Rejected(fault);

        LoadResult Rejected(DocumentFault reason)
        {
            diagnostics.Report(reason, path, lines: null);
            return new LoadResult.Rejected(diagnostics.All);
        }
    }

    /// <summary>Loads a document from its text. Its relative references are resolved as if its path were <paramref name="name"/>.</summary>
    public static LoadResult LoadText(string text, string name, LoadOptions? options = null) =>
        Load(Encoding.UTF8.GetBytes(text), name, options);

    /// <summary>
    /// Loads a document from its bytes, which must not change afterwards. Its relative references are resolved as if its path were
    /// <paramref name="name"/>.
    /// </summary>
    public static LoadResult Load(ReadOnlyMemory<byte> bytes, string name, LoadOptions? options = null) =>
        Load(bytes, name, UriOf(name), options ?? LoadOptions.Default);

    private static LoadResult Load(ReadOnlyMemory<byte> bytes, string name, Uri uri, LoadOptions options)
    {
        var diagnostics = new DiagnosticBag();
        var faults = new List<DocumentFault>();
        var entry = DocumentReader.Read(uri, name, bytes, options.Limits, faults);
        var lines = faults.Count > 0 ? entry?.Lines ?? new LineTable(bytes) : null;
        faults.ForEach(fault => diagnostics.Report(fault, name, lines));
        if (entry is null)
        {
            return new LoadResult.Rejected(diagnostics.All);
        }

        return SpecificationReader.Run(entry, diagnostics) is { } specification
            ? new DescriptionBuilder(entry, specification, diagnostics, options).Build()
            : new LoadResult.Rejected(diagnostics.All);
    }

    /// <summary>
    /// The URI of a path, against which references are resolved. A URI made from the bare path would read <c>%20</c> in references as three
    /// characters.
    /// </summary>
    private static Uri UriOf(string path) => new(new Uri(Path.GetFullPath(path)).AbsoluteUri);
}
