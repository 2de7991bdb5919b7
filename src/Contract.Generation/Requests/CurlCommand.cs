using System.Buffers;
using System.Text;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Secrets;

namespace SocialContract.Contract.Generation.Requests;

/// <summary>Writes a request as a curl command for a POSIX shell.</summary>
public static class CurlCommand
{
    /// <summary>As a token: the shell reads it from its environment, so that the token does not appear in the shell's history.</summary>
    public const string TokenVariable = Redactor.TokenVariable;

    private static readonly SearchValues<char> VariableCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <param name="server">Scheme, host and port; its path is ignored.</param>
    public static string Of(RequestMessage request, Uri server)
    {
        var command = new StringBuilder("curl");
        switch (request.Method)
        {
            case "GET" when request.Body.IsEmpty:
                break;
            case "HEAD":
                command.Append(" -I");
                break;
            case "POST" when !request.Body.IsEmpty:
                break;
            default:
                command.Append(" -X ").Append(request.Method);
                break;
        }

        command.Append(' ').Append(Quote(server.GetLeftPart(UriPartial.Authority) + request.Target));
        foreach (var (name, value) in request.Headers)
        {
            // Within double quotes the shell expands the variable.
            var header = $"{name}: {value}";
            command.Append(" -H ").Append(EndsWithVariable(value) ? $"\"{header}\"" : Quote(header));
        }

        if (!request.Body.IsEmpty)
        {
            // Unlike --data, --data-raw does not read a body that begins with @ from a file.
            command.Append(" --data-raw ").Append(Quote(Encoding.UTF8.GetString(request.Body.Span)));
        }

        return command.ToString();
    }

    /// <summary>Whether the value ends with a token's variable, and the shell changes nothing else in it.</summary>
    private static bool EndsWithVariable(string value) =>
        value.LastIndexOf(TokenVariable, StringComparison.Ordinal) is >= 0 and var at
        && value.AsSpan(at + TokenVariable.Length).IndexOfAnyExcept(VariableCharacters) < 0
        && value.AsSpan(0, at).IndexOfAny("\"\\`$!") < 0;

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
