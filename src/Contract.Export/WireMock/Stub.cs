using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>A stub mapping before it has its priority.</summary>
/// <param name="Key">What it is for, unique among the stubs of its path and operation; its id is made from it.</param>
/// <param name="Name">One sentence for people.</param>
internal sealed record Stub(string Key, string Name, ExportedRequest Request, StubResponse Response)
{
    /// <summary>The operation's id; null for paths and methods that the document does not have.</summary>
    public string? Operation { get; init; }

    /// <summary>The rule whose violation it answers, and where it applies; null for other stubs.</summary>
    public RuleUse? Use { get; init; }

    /// <param name="priority">From 1, which is the first to be asked.</param>
    public JsonObject ToJson(int priority)
    {
        var contract = new JsonObject();
        if (Operation is not null)
        {
            contract["operation"] = Operation;
        }

        if (Use?.Rule is { } rule)
        {
            contract["rule"] = rule.Id;
            contract["statement"] = rule.Statement;
            contract["source"] = rule.Source.ToWord();
            contract["at"] = $"{rule.Node.Position.File}:{rule.Node.Position.Line}";
        }

        return new JsonObject
        {
            ["id"] = Id.ToString(),
            ["name"] = Name,
            ["priority"] = priority,
            ["request"] = Request.ToJson(),
            ["response"] = Response.ToJson(),
            ["metadata"] = new JsonObject { ["contract"] = contract },
        };
    }

    /// <summary>A UUID of version 8 (RFC 9562, section 5.8) from a hash of the names, so that each export has the same ids.</summary>
    public Guid Id
    {
        get
        {
            var name = string.Join('\n', Operation, Request.Method, Request.Path, Key);
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
            hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
            hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
            return new Guid(hash, bigEndian: true);
        }
    }
}
