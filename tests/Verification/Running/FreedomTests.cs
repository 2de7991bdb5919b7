using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>What HTTP and JSON leave to a server, which no check may notice.</summary>
public sealed partial class FreedomTests
{
    private static readonly Dictionary<string, Func<HttpResponse, byte[], byte[]>> Freedoms = new()
    {
        ["a charset without a space"] = (response, body) => Typed(response, body, "application/json;charset=UTF-8"),
        ["a media type in other letters"] = (response, body) => Typed(response, body, "Application/JSON; Charset=\"utf-8\""),
        ["members in another order, on lines of their own"] = (_, body) => Written(Reversed(JsonNode.Parse(body))!.ToJsonString(Indented)),
        ["letters as escapes"] = (_, body) => Written(Message().Replace(Text(body), "\"\\u006dessage\"")),
        ["integers with a fraction of zero"] = (_, body) => Written(Integer().Replace(Text(body), "$0.0")),
        ["a connection for each request"] = (response, body) =>
        {
            response.Headers.Connection = "close";
            return body;
        },
        ["compression"] = (response, body) =>
        {
            response.Headers.ContentEncoding = "gzip";
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            {
                gzip.Write(body);
            }

            return packed.ToArray();
        },
    };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static TheoryData<string> Names => [.. Freedoms.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_freedom_of_the_document_fails_no_check(string freedom)
    {
        var report = await Verifying.ReferenceAsync(
            BufferedResponse.Changed((context, body) => body.Length == 0 ? body : Freedoms[freedom](context.Response, body)));

        Verifying.Named(report).ShouldBeEmpty();
        report.Checks.Where(check => check.Outcome is Outcome.Blocked or Outcome.Undocumented).ShouldBeEmpty();
        report.Verdict.ShouldBe(VerificationVerdict.Conforms);
    }

    private static byte[] Typed(HttpResponse response, byte[] body, string type)
    {
        var isJson = response.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true;
        response.ContentType = isJson ? type : response.ContentType;
        return body;
    }

    private static byte[] Written(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(byte[] body) => Encoding.UTF8.GetString(body);

    private static JsonNode? Reversed(JsonNode? value) => value switch
    {
        JsonObject members => new JsonObject(members.Reverse().Select(member => KeyValuePair.Create(member.Key, Reversed(member.Value)))),
        JsonArray elements => new JsonArray([.. elements.Select(Reversed)]),
        _ => value?.DeepClone(),
    };

    [GeneratedRegex("\"message\"")]
    private static partial Regex Message();

    [GeneratedRegex("\"facebook_account_id\":[0-9]+")]
    private static partial Regex Integer();
}
