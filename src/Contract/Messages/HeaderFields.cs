using System.Collections;
using System.Runtime.CompilerServices;

namespace SocialContract.Contract.Messages;

/// <summary>
/// The field lines of a message's header or trailer section (RFC 9110, section 5), in the order sent; names compare without case, and
/// a name may occur several times.
/// </summary>
/// <remarks>A message on its way may show the fields of the server that holds it; <see cref="Detach"/> makes what can be kept.</remarks>
[CollectionBuilder(typeof(HeaderFields), nameof(Of))]
public abstract class HeaderFields : IReadOnlyList<KeyValuePair<string, string>>
{
    public static HeaderFields Empty { get; } = new HeaderList([]);

    /// <summary>How many lines there are.</summary>
    public abstract int Count { get; }

    /// <summary>A line by its place; a name that occurs several times has several lines.</summary>
    public abstract KeyValuePair<string, string> this[int index] { get; }

    /// <summary>
    /// The values of all lines of that name, joined by <c>", "</c> (RFC 9110, section 5.3); null where there is none.
    /// </summary>
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

    /// <summary>The value of each line of that name.</summary>
    public IEnumerable<string> Lines(string name) =>
        this.Where(line => name.Equals(line.Key, StringComparison.OrdinalIgnoreCase)).Select(line => line.Value);

    /// <summary>The same fields without those of that name, and with one line for it at the end.</summary>
    public HeaderFields With(string name, string value) =>
        new HeaderList([.. this.Where(line => !name.Equals(line.Key, StringComparison.OrdinalIgnoreCase)), new(name, value)]);

    /// <summary>Fields that stay as they are when the message has gone.</summary>
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

    /// <summary>Goes through the lines without taking memory.</summary>
    public struct Enumerator(HeaderFields fields)
    {
        private int _index = -1;

        public readonly KeyValuePair<string, string> Current => fields[_index];

        public bool MoveNext() => ++_index < fields.Count;
    }

    private sealed class HeaderList(KeyValuePair<string, string>[] lines) : HeaderFields
    {
        public override int Count => lines.Length;

        public override KeyValuePair<string, string> this[int index] => lines[index];

        public override HeaderFields Detach() => this;
    }
}
