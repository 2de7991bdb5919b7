using System.Buffers;
using System.Text;
using System.Text.Json;

namespace SocialContract.JsonSchema.Instances;

/// <summary>One value of a <see cref="JsonInstance"/>.</summary>
public readonly struct JsonCursor : IEquatable<JsonCursor>
{
    private readonly JsonInstance _instance;
    private readonly int _version;

    internal JsonCursor(JsonInstance instance, int index, int version)
    {
        _instance = instance;
        Index = index;
        _version = version;
    }

    /// <summary>The kind of value; <see cref="JsonValueKind.Undefined"/> for the default cursor, which has no value.</summary>
    public JsonValueKind Kind => _instance is null ? JsonValueKind.Undefined : Entry.Kind switch
    {
        ValueKind.Object => JsonValueKind.Object,
        ValueKind.Array => JsonValueKind.Array,
        ValueKind.String => JsonValueKind.String,
        ValueKind.Number => JsonValueKind.Number,
        ValueKind.True => JsonValueKind.True,
        ValueKind.False => JsonValueKind.False,
        _ => JsonValueKind.Null,
    };

    /// <summary>The value's exact text, strings with their quotes.</summary>
    public ReadOnlySpan<byte> Raw
    {
        get
        {
            var entry = Entry;
            return entry.Kind == ValueKind.String
                ? Instance.Text.Slice(entry.Start - 1, entry.Length + 2)
                : Instance.Text.Slice(entry.Start, entry.Length);
        }
    }

    /// <summary>Members of an object, elements of an array, 0 for anything else.</summary>
    public int Count => Tapes.Count(Instance.Tape, Index);

    /// <summary>
    /// The line and column of the value in the text, from 1, the column in bytes. Takes time proportional to the text before it.
    /// </summary>
    public (int Line, int Column) Position
    {
        get
        {
            var entry = Entry;
            return Lines.At(Instance.Text, entry.Kind == ValueKind.String ? entry.Start - 1 : entry.Start);
        }
    }

    internal JsonInstance Instance => _instance is not null && _instance.Version == _version
        ? _instance
        : throw new ObjectDisposedException(nameof(JsonInstance));

    internal int Index { get; }

    private TapeEntry Entry => Instance.Tape[Index];

    public static bool operator ==(JsonCursor left, JsonCursor right) => left.Equals(right);

    public static bool operator !=(JsonCursor left, JsonCursor right) => !left.Equals(right);

    /// <summary>The member of that name, given without escapes; false where there is none or this is not an object.</summary>
    public bool TryGetProperty(ReadOnlySpan<byte> utf8Name, out JsonCursor value)
    {
        var instance = Instance;
        var found = Tapes.FindMember(instance.Text, instance.Tape, Index, utf8Name, NameHash.Of(utf8Name));
        value = found < 0 ? default : new(instance, found, _version);
        return found >= 0;
    }

    /// <summary>The members; none where this is not an object.</summary>
    public ObjectEnumerator EnumerateObject() => new(Instance, Entry.Kind == ValueKind.Object ? Index : -1, _version);

    /// <summary>The elements; none where this is not an array.</summary>
    public ArrayEnumerator EnumerateArray() => new(Instance, Entry.Kind == ValueKind.Array ? Index : -1, _version);

    /// <summary>A string's text without escapes; for any other kind the text as it is written.</summary>
    public string GetString()
    {
        var entry = Entry;
        var raw = Instance.Text.Slice(entry.Start, entry.Length);
        if (entry.Kind != ValueKind.String || !entry.IsEscaped)
        {
            return Encoding.UTF8.GetString(raw);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        var text = Encoding.UTF8.GetString(buffer.AsSpan(0, JsonText.Unescape(raw, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return text;
    }

    /// <summary>Whether this is a string with that text.</summary>
    public bool ValueEquals(ReadOnlySpan<byte> utf8Text)
    {
        var entry = Entry;
        return entry.Kind == ValueKind.String && Tapes.TextEquals(Instance.Text, entry, utf8Text);
    }

    /// <summary>Finds the value at an RFC 6901 pointer that starts here; false where there is none or the pointer is malformed.</summary>
    public bool TryResolve(ReadOnlySpan<char> jsonPointer, out JsonCursor value)
    {
        value = this;
        while (!jsonPointer.IsEmpty)
        {
            if (jsonPointer[0] != '/')
            {
                return false;
            }

            jsonPointer = jsonPointer[1..];
            var end = jsonPointer.IndexOf('/');
            var token = end < 0 ? jsonPointer : jsonPointer[..end];
            jsonPointer = end < 0 ? [] : jsonPointer[end..];
            var current = value;
            if (!current.TryStep(token, out value))
            {
                return false;
            }
        }

        return true;
    }

    public bool Equals(JsonCursor other) => _instance == other._instance && Index == other.Index && _version == other._version;

    public override bool Equals(object? obj) => obj is JsonCursor other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_instance, Index, _version);

    private bool TryStep(ReadOnlySpan<char> token, out JsonCursor value)
    {
        if (Kind == JsonValueKind.Object && Pointers.TryUnescape(token, out var name))
        {
            return TryGetProperty(Encoding.UTF8.GetBytes(name), out value);
        }

        value = default;
        if (Kind != JsonValueKind.Array || !Pointers.TryIndex(token, out var index) || index >= Count)
        {
            return false;
        }

        foreach (var element in EnumerateArray())
        {
            if (index-- == 0)
            {
                value = element;
                return true;
            }
        }

        return false;
    }

    /// <summary>The members of an object, in the order of the text.</summary>
    public struct ObjectEnumerator
    {
        private readonly JsonInstance _instance;
        private readonly int _version;
        private readonly int _end;
        private int _name;
        private int _next;

        internal ObjectEnumerator(JsonInstance instance, int index, int version)
        {
            (_instance, _version, _name, _next) = (instance, version, -1, index + 1);
            _end = index < 0 ? 0 : instance.Tape[index].End;
        }

        public readonly JsonMember Current => new(new(_instance, _name, _version), new(_instance, _name + 1, _version));

        public bool MoveNext()
        {
            if (_next >= _end)
            {
                return false;
            }

            _name = _next;
            _next = new JsonCursor(_instance, _name + 1, _version).Entry.End;
            return true;
        }

        public readonly ObjectEnumerator GetEnumerator() => this;
    }

    /// <summary>The elements of an array, in order.</summary>
    public struct ArrayEnumerator
    {
        private readonly JsonInstance _instance;
        private readonly int _version;
        private readonly int _end;
        private int _current;
        private int _next;

        internal ArrayEnumerator(JsonInstance instance, int index, int version)
        {
            (_instance, _version, _current, _next) = (instance, version, -1, index + 1);
            _end = index < 0 ? 0 : instance.Tape[index].End;
        }

        public readonly JsonCursor Current => new(_instance, _current, _version);

        public bool MoveNext()
        {
            if (_next >= _end)
            {
                return false;
            }

            _current = _next;
            _next = Current.Entry.End;
            return true;
        }

        public readonly ArrayEnumerator GetEnumerator() => this;
    }
}
