using System.Text;
using SocialContract.Contract.Messages;

namespace SocialContract.Contract.Generation.Requests;

/// <summary>A request as a command line for a POSIX shell.</summary>
public static class CurlCommand
{
    /// <summary>A token given as this is read from the shell's environment, so that it is in no terminal's history.</summary>
    public const string TokenVariable = "$CONTRACT_TOKEN";

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
            // In double quotes the shell puts the variable's value in.
            var header = $"{name}: {value}";
            command.Append(" -H ").Append(value.EndsWith(TokenVariable, StringComparison.Ordinal) ? $"\"{header}\"" : Quote(header));
        }

        // --data-raw: a body that begins with @ is no file name.
        return request.Body.IsEmpty
            ? command.ToString()
            : command.Append(" --data-raw ").Append(Quote(Encoding.UTF8.GetString(request.Body.Span))).ToString();
    }

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
