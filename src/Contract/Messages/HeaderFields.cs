using System.Collections;
using System.Runtime.CompilerServices;

namespace SocialContract.Contract.Messages;

/// <summary>
/// The field lines of a message's header or trailer section (RFC 9110, section 5), in the order sent. Names are case-insensitive and may
/// occur several times.
/// </summary>
/// <remarks>The fields may be a view of a server's buffers; <see cref="Detach"/> makes a copy that can be stored.</remarks>
[CollectionBuilder(typeof(HeaderFields), nameof(Of))]
public abstract class HeaderFields : IReadOnlyList<KeyValuePair<string, string>>
{
    public static HeaderFields Empty { get; } = new HeaderList([]);

    /// <summary>The number of lines.</summary>
    public abstract int Count { get; }

    /// <summary>The line at an index; a name that occurs several times has several lines.</summary>
    public abstract KeyValuePair<string, string> this[int index] { get; }

    /// <summary>The values of all lines with that name, joined by <c>", "</c> (RFC 9110, section 5.3); null if there is none.</summary>
    public virtual string? this[string name]
    {
        get
        {
            string? value = null;
            foreach (var (other, line) in this)
            {
                if (name.Equals(other, StringComparison.OrdinalIgnoreCase))
                {
                    value = value is null ? line : $"{value}, {line}";
                }
            }

            return value;
        }
    }

    public static HeaderFields Of(params ReadOnlySpan<KeyValuePair<string, string>> lines) =>
        lines.IsEmpty ? Empty : new HeaderList([.. lines]);

    public static HeaderFields Of(IEnumerable<KeyValuePair<string, string>> lines) => new HeaderList([.. lines]);

    public bool Contains(string name) => this[name] is not null;

    /// <summary>The value of each line with that name.</summary>
    public IEnumerable<string> Lines(string name) =>
        this.Where(line => name.Equals(line.Key, StringComparison.OrdinalIgnoreCase)).Select(line => line.Value);

    /// <summary>The fields with a single line for that name, at the end.</summary>
    public HeaderFields With(string name, string value) =>
        new HeaderList([.. this.Where(line => !name.Equals(line.Key, StringComparison.OrdinalIgnoreCase)), new(name, value)]);

    /// <summary>A copy that stays valid after the message.</summary>
    public virtual HeaderFields Detach() => Of((IEnumerable<KeyValuePair<string, string>>)this);

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<KeyValuePair<string, string>> IEnumerable<KeyValuePair<string, string>>.GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)this).GetEnumerator();

    /// <summary>Enumerates the lines without an allocation.</summary>
    public struct Enumerator(HeaderFields fields)
    {
        private int _index = -1;

        public readonly KeyValuePair<string, string> Current => fields[_index];

        public bool MoveNext() => ++_index < fields.Count;
    }

    private sealed class HeaderList(KeyValuePair<string, string>[] lines) : HeaderFields
    {
        /// <summary>The number of lines from which on the values are indexed.</summary>
        private const int IndexFrom = 64;

        private Dictionary<string, string>? _values;

        public override int Count => lines.Length;

        public override KeyValuePair<string, string> this[int index] => lines[index];

        public override string? this[string name] =>
            lines.Length < IndexFrom ? base[name] : (_values ??= Joined(lines)).GetValueOrDefault(name);

        public override HeaderFields Detach() => this;

        private static Dictionary<string, string> Joined(KeyValuePair<string, string>[] lines) => lines
            .GroupBy(line => line.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => string.Join(", ", same.Select(line => line.Value)), StringComparer.OrdinalIgnoreCase);
    }
}
