using System.Collections.Frozen;
using SocialContract.Contract.Documents;

namespace SocialContract.MockServer.Admin;

/// <summary>
/// The files of a document by the names under which the mock serves them. A request is looked up in this list and never becomes a path.
/// </summary>
internal sealed class ServedDocuments
{
    private readonly FrozenDictionary<string, DocumentFile> _files;

    private ServedDocuments(IReadOnlyList<KeyValuePair<string, DocumentFile>> files)
    {
        Names = [.. files.Select(file => file.Key)];
        _files = files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>In the order of the document's files.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>
    /// A file's name is its path relative to the entry's folder, so that references in the entry as served lead to it. A file outside the
    /// folder, or whose name is taken, is called <c>other/N/NAME</c>.
    /// </summary>
    /// <param name="taken">Names at which the mock serves other responses.</param>
    public static ServedDocuments Of(DocumentSet documents, IReadOnlyList<string> taken)
    {
        var names = new HashSet<string>(taken, StringComparer.Ordinal);
        var files = new List<KeyValuePair<string, DocumentFile>>();
        foreach (var (file, index) in documents.Files.Select((file, index) => (file, index)))
        {
            var name = Uri.UnescapeDataString(
                file == documents.Entry ? Last(file.Uri) : documents.Entry.Uri.MakeRelativeUri(file.Uri).ToString());
            if (name.StartsWith("../", StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || !names.Add(name))
            {
                name = $"other/{index}/{Uri.UnescapeDataString(Last(file.Uri))}";
            }

            files.Add(new(name, file));
        }

        return new ServedDocuments(files);
    }

    /// <param name="name">Not percent-encoded.</param>
    public DocumentFile? Find(string name) => _files.GetValueOrDefault(name);

    private static string Last(Uri uri) => uri.Segments[^1];
}
