using System.Text.Json;

namespace SocialApi.JsonSchema;

/// <summary>One value of a <see cref="JsonInstance"/>.</summary>
public readonly struct JsonCursor
{
    public JsonValueKind Kind => throw new NotImplementedException();

    /// <summary>The value's exact text, strings with their quotes.</summary>
    public ReadOnlySpan<byte> Raw => throw new NotImplementedException();

    /// <summary>Members of an object, elements of an array, 0 for anything else.</summary>
    public int Count => throw new NotImplementedException();

    /// <summary>The value's place in the text: line and column (in bytes), from 1.</summary>
    public (int Line, int Column) Position => throw new NotImplementedException();

    /// <summary>The member of that name, given without escapes; false where there is none or this is no object.</summary>
    public bool TryGetProperty(ReadOnlySpan<byte> utf8Name, out JsonCursor value) => throw new NotImplementedException();

    public ObjectEnumerator EnumerateObject() => throw new NotImplementedException();

    public ArrayEnumerator EnumerateArray() => throw new NotImplementedException();

    /// <summary>A string's text without escapes.</summary>
    public string GetString() => throw new NotImplementedException();

    /// <summary>Whether this is a string with that text.</summary>
    public bool ValueEquals(ReadOnlySpan<byte> utf8Text) => throw new NotImplementedException();

    /// <summary>The value that an RFC 6901 pointer names, seen from here.</summary>
    public bool TryResolve(ReadOnlySpan<char> jsonPointer, out JsonCursor value) => throw new NotImplementedException();

    /// <summary>The members of an object, in the order of the text.</summary>
    public struct ObjectEnumerator
    {
        public readonly JsonMember Current => throw new NotImplementedException();

        public bool MoveNext() => throw new NotImplementedException();

        public readonly ObjectEnumerator GetEnumerator() => this;
    }

    /// <summary>The elements of an array.</summary>
    public struct ArrayEnumerator
    {
        public readonly JsonCursor Current => throw new NotImplementedException();

        public bool MoveNext() => throw new NotImplementedException();

        public readonly ArrayEnumerator GetEnumerator() => this;
    }
}
