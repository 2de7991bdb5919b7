using System.Text;
using SocialContract.Contract.Messages;

namespace SocialContract.Contract.Validation.Tests;

/// <summary>A request written down in a test.</summary>
/// <param name="line">Method and target: <c>GET /pets?limit=5</c>.</param>
/// <param name="headers">Each <c>Name: value</c>.</param>
internal sealed class TestRequest(string line, byte[] body, params string[] headers) : RequestMessage
{
    private readonly string[] _line = line.Split(' ', 2);
    private readonly (string Name, string Value)[] _headers = [.. headers.Select(Divide)];

    public TestRequest(string line, string body, params string[] headers)
        : this(line, Encoding.UTF8.GetBytes(body), headers)
    {
    }

    public override string Method => _line[0];

    public string Path => _line[1].Split('?')[0];

    public override string QueryString { get; } = line.Contains('?') ? line[line.IndexOf('?')..] : "";

    public override ReadOnlyMemory<byte> Body { get; } = body;

    public override string? Header(string name)
    {
        foreach (var header in _headers)
        {
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return header.Value;
            }
        }

        return null;
    }

    private static (string Name, string Value) Divide(string header)
    {
        var colon = header.IndexOf(':');
        return (header[..colon], header[(colon + 1)..].Trim());
    }
}
