using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialContract.MockServer.State;

/// <summary>Gives the resources of one resource ids that none had before: the same ids for the same requests.</summary>
internal sealed class IdSequence
{
    /// <summary>The numbers to try at the end of a text.</summary>
    private const int Attempts = 100;

    private long _largest;
    private bool _isModelGiven;
    private long _count;

    /// <summary>Takes note of an id in use.</summary>
    public void Note(JsonNode id)
    {
        if (id.GetValueKind() == JsonValueKind.Number && id is JsonValue number && number.TryGetValue(out long value))
        {
            _largest = Math.Max(_largest, value);
        }
    }

    /// <summary>
    /// Ids to try in turn: that of the document's example once, then numbers that count up, UUIDs, and texts whose last number counts up.
    /// </summary>
    /// <param name="model">An id as the document has it.</param>
    public IEnumerable<JsonNode> Next(JsonNode model)
    {
        if (!_isModelGiven)
        {
            _isModelGiven = true;
            yield return model.DeepClone();
        }

        // Reached only if the model itself is taken.
        Note(model);
        if (model.GetValueKind() == JsonValueKind.Number)
        {
            yield return JsonValue.Create(_largest + 1);
            yield break;
        }

        var text = model.GetValue<string>();
        if (Guid.TryParse(text, out _))
        {
            _count++;
            yield return JsonValue.Create(Uuid(text));
            yield break;
        }

        var prefix = text.TrimEnd([.. "0123456789"]);
        var digits = text[prefix.Length..];
        for (var attempt = 0; attempt < Attempts && digits.Length is > 0 and < 16; attempt++)
        {
            var number = long.Parse(digits, CultureInfo.InvariantCulture) + ++_count;
            yield return JsonValue.Create(prefix + number.ToString(CultureInfo.InvariantCulture).PadLeft(digits.Length, '0'));
        }

        _count++;
        yield return JsonValue.Create($"{text}-{_count}");
        yield return JsonValue.Create(Hash(text)[..Math.Min(text.Length, 32)]);
    }

    /// <summary>A UUID of version 4 that depends on the model and its place in the sequence alone.</summary>
    private string Uuid(string model)
    {
        var hash = Hash(model).ToCharArray();
        (hash[12], hash[16]) = ('4', 'a');
        return Guid.ParseExact(hash.AsSpan(0, 32), "N").ToString();
    }

    private string Hash(string model) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{model} {_count}")));
}
