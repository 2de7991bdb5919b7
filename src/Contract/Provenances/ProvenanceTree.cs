using System.Collections.Concurrent;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Provenances;

/// <summary>
/// The provenance of each place of the document: <c>x-source</c> and <c>x-note</c>, inherited by the values inside, never through a
/// <c>$ref</c>.
/// </summary>
internal sealed class ProvenanceTree
{
    private readonly ConcurrentDictionary<PlaceId, Provenance> _known = new();
    private readonly ConcurrentDictionary<DocumentFile, bool> _silent = new();

    /// <summary>The nearest source at or above a node, stated if there is none; of an assumed node also the nearest note.</summary>
    public Provenance Of(DocumentNode node) => Of(node.Place);

    public Provenance Of(PlaceId place)
    {
        if (_silent.GetOrAdd(place.File, static file => file.Json.Span.IndexOf("\"x-source\""u8) < 0))
        {
            return Provenance.Default;
        }

        if (_known.TryGetValue(place, out var known))
        {
            return known;
        }

        var above = place.Pointer.Length == 0 ? Provenance.Default : Of(place.Parent);
        if (place.Node is { } node)
        {
            var source = RuleSourceWords.Parse(node.Text("x-source")) ?? above.Source;
            var note = source == RuleSource.Assumed ? node.Text("x-note") ?? above.Note : null;
            above = new Provenance(source, note);
        }

        return _known.GetOrAdd(place, above);
    }
}
