using System.Globalization;
using System.Text;
using SocialContract.Contract.Keywords;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>A value of a form while its fields are put together.</summary>
internal abstract class FormNode
{
    /// <summary>Writes it as JSON, text typed by the schema.</summary>
    public abstract void Write(ValueShape shape, ByteBuffer json);

    /// <summary>
    /// A field. Of a field that is sent several times, all values are kept until the schema decides between a list and the last value.
    /// </summary>
    internal sealed class Field(FormValue value) : FormNode
    {
        private readonly List<FormValue> _values = [value];

        public void Add(FormValue value) => _values.Add(value);

        public override void Write(ValueShape shape, ByteBuffer json)
        {
            if (shape.Divide(_values.Count > 1) != Container.Array || IsJsonOf(_values[^1], '['))
            {
                Write(_values[^1], shape, json);
                return;
            }

            json.Append((byte)'[');
            for (var i = 0; i < _values.Count; i++)
            {
                if (i > 0)
                {
                    json.Append((byte)',');
                }

                Write(_values[i], shape.Item(i), json);
            }

            json.Append((byte)']');
        }

        private static void Write(FormValue value, ValueShape shape, ByteBuffer json)
        {
            var isContainer = shape.Allows(ValueTypes.Object | ValueTypes.Array) && !shape.AllowsAnyText;
            if (value.Kind == FormValueKind.Json || (isContainer && IsJsonOf(value, '{', '[')))
            {
                json.Append(value.Bytes);
            }
            else if (value.Kind == FormValueKind.Verbatim)
            {
                json.AppendString(value.Bytes);
            }
            else
            {
                TypedText.Append(shape, value.Bytes, json);
            }
        }

        /// <summary>OpenAPI 3.0.3, section 4.7.14.3: complex values of a form are written as strings, by many clients as JSON.</summary>
        private static bool IsJsonOf(FormValue value, params ReadOnlySpan<char> openings)
        {
            if (value.Kind == FormValueKind.Verbatim || value.Bytes.Length == 0 || !openings.Contains((char)value.Bytes[0])
                || !JsonInstance.TryParse(value.Bytes, new JsonLimits(AllowDuplicateNames: true), out var instance, out _))
            {
                return false;
            }

            instance.Dispose();
            return true;
        }
    }

    /// <summary><c>a[]=1&amp;a[]=2</c></summary>
    internal sealed class List : FormNode
    {
        public List<FormNode> Items { get; } = [];

        public override void Write(ValueShape shape, ByteBuffer json)
        {
            json.Append((byte)'[');
            for (var i = 0; i < Items.Count; i++)
            {
                if (i > 0)
                {
                    json.Append((byte)',');
                }

                Items[i].Write(shape.Item(i), json);
            }

            json.Append((byte)']');
        }
    }

    /// <summary><c>a[b]=1&amp;a[c]=2</c></summary>
    internal sealed class Hash : FormNode
    {
        private readonly OrderedDictionary<string, FormNode> _members = new(StringComparer.Ordinal);

        public FormNode? Find(string name) => _members.GetValueOrDefault(name);

        public void Set(string name, FormNode node) => _members[name] = node;

        public override void Write(ValueShape shape, ByteBuffer json)
        {
            if (shape.Allows(ValueTypes.Array) && !shape.Allows(ValueTypes.Object) && Indexed() is { } items)
            {
                items.Write(shape, json);
                return;
            }

            json.Append((byte)'{');
            var first = true;
            foreach (var (name, node) in _members)
            {
                if (!first)
                {
                    json.Append((byte)',');
                }

                first = false;
                json.AppendString(Encoding.UTF8.GetBytes(name));
                json.Append((byte)':');
                node.Write(shape.Property(name), json);
            }

            json.Append((byte)'}');
        }

        /// <summary><c>a[0]=x&amp;a[1]=y</c> as a list, in the order of the numbers; null if a name is not a number.</summary>
        private List? Indexed()
        {
            var numbered = new SortedDictionary<int, FormNode>();
            foreach (var (name, node) in _members)
            {
                if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || !numbered.TryAdd(index, node))
                {
                    return null;
                }
            }

            var list = new List();
            list.Items.AddRange(numbered.Values);
            return list;
        }
    }
}
