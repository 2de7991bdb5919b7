using System.IO.Compression;
using System.Text;

namespace SocialContract.Verification.Tests.Support;

/// <summary>What no server should send, by name: each is one response as bytes.</summary>
internal static class HostileResponses
{
    private const string Json = "application/json";

    private static readonly byte[] Noise = [.. Enumerable.Range(0, 997).Select(number => (byte)((number * 7919) ^ (number >> 3)))];

    private static readonly byte[] Sound = Utf8("""{"id":1,"tag":"ab"}""");

    public static IReadOnlyDictionary<string, RawResponse> All { get; } = new Dictionary<string, RawResponse>(
        [
            .. Encodings(), .. Texts(), .. Headers(), .. Lengths(), .. Ends(), .. Interim(), .. Chunks(), .. Starts(), .. Redirects(),
            .. Waits(),
        ]);

    private static IEnumerable<KeyValuePair<string, RawResponse>> Encodings()
    {
        foreach (var encoding in (string[])
            [
                "br", "gzip", "x-gzip", "deflate", "zstd", "compress", "unknown", "BR", "gzip, br", "br;q=1", ",", "identity",
            ])
        {
            yield return new($"noise in {encoding}", Body(Noise, $"Content-Encoding: {encoding}"));
            yield return new($"JSON that is not in {encoding}", Body(Sound, $"Content-Encoding: {encoding}"));
            yield return new($"nothing in {encoding}", Body([], $"Content-Encoding: {encoding}"));
        }

        var zipped = Zipped(Sound);
        yield return new("JSON in gzip", Body(zipped, "Content-Encoding: gzip"));
        yield return new("JSON in gzip twice", Body(Zipped(zipped), "Content-Encoding: gzip, gzip"));
        yield return new("JSON in gzip twice, in two lines", Body(Zipped(zipped), "Content-Encoding: gzip\r\nContent-Encoding: gzip"));
        yield return new("gzip that ends early", Body(zipped[..^9], "Content-Encoding: gzip"));
        yield return new("gzip with a wrong checksum", Body([.. zipped[..^8], 1, 2, 3, 4, 5, 6, 7, 8], "Content-Encoding: gzip"));
        yield return new("20 MB of zeros in gzip", Body(Zipped(new byte[20_000_000]), "Content-Encoding: gzip"));
        yield return new("gzip in twenty layers", Body(zipped, $"Content-Encoding: {string.Join(',', Enumerable.Repeat("gzip", 20))}"));
    }

    private static IEnumerable<KeyValuePair<string, RawResponse>> Texts()
    {
        (string Name, byte[] Bytes)[] texts =
        [
            ("a high surrogate alone in an id", Utf8("""{"id":"\ud800","tag":"ab"}""")),
            ("a low surrogate alone in an id", Utf8("""{"id":"x\udc00y","tag":"ab"}""")),
            ("a surrogate alone in a checked text", Utf8("""{"id":1,"tag":"\ud800"}""")),
            ("a surrogate alone in a member's name", Utf8("""{"id":1,"\ud800":1}""")),
            ("a surrogate alone in a nested name", Utf8("""{"id":1,"tag":{"\udfff":{"\ud800\ud800":[]}}}""")),
            ("a surrogate alone in an error's text", Utf8("""{"error":"no \ud83d smile","message":["\udc00"]}""")),
            ("a whole text that is a surrogate", Utf8("\"\\ud800\"")),
            ("surrogates in lists", Utf8("""[{"id":"\ud800"},{"id":"\udbff\ud800"}]""")),
            ("invalid UTF-8 in a text", [.. Utf8("{\"id\":1,\"tag\":\"a"), 0xFF, 0xC0, 0x80, .. Utf8("b\"}")]),
            ("invalid UTF-8 in an id", [.. Utf8("{\"id\":\""), 0xE2, 0x82, .. Utf8("\"}")]),
            ("invalid UTF-8 in a name", [.. Utf8("{\"id\":1,\""), 0xED, 0xA0, 0x80, .. Utf8("\":1}")]),
            ("invalid UTF-8 outside of a text", [.. Utf8("{\"id\":1}"), 0xFE, 0xFF]),
            ("a byte order mark", [0xEF, 0xBB, 0xBF, .. Sound]),
            ("UTF-16", Encoding.Unicode.GetBytes("""{"id":1}""")),
            ("NUL in a text", Utf8("{\"id\":1,\"tag\":\"\0\"}")),
            ("escaped controls in a text", Utf8("{\"id\":\"\\u0000\\u001b[31m\\u007f\",\"tag\":\"\\u202e\\ufffe\"}")),
            ("a member twice", Utf8("""{"id":1,"id":2,"tag":{"a":1,"a":[]}}""")),
            ("the empty name twice", Utf8("""{"":1,"":2,"id":3}""")),
            ("a depth of 600", Deep(600)),
            ("a depth of 2,000,000", Deep(2_000_000)),
            ("a depth of 100,000 that never closes", Utf8(new string('[', 100_000))),
            ("objects 5,000 deep", Utf8(string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000))),
            ("a number beyond every range", Utf8("""{"id":1e99999,"tag":-1e99999}""")),
            ("a number of 100,000 digits", Utf8($"{{\"id\":{new string('9', 100_000)}}}")),
            ("a fraction of 100,000 digits", Utf8($"{{\"id\":0.{new string('3', 100_000)}}}")),
            ("a text of 1,000,000 characters", Utf8($"{{\"id\":\"{new string('x', 1_000_000)}\"}}")),
            ("a name of 1,000,000 characters", Utf8($"{{\"{new string('x', 1_000_000)}\":1}}")),
            ("NaN", Utf8("NaN")),
            ("half a text", Utf8("""{"id":1,"tag":"a""")),
            ("half an escape", Utf8("""{"id":"\u12""")),
            ("two values", Utf8("{} {}")),
            ("null", Utf8("null")),
            ("white space", Utf8(" \r\n\t ")),
            ("a comment", Utf8("{\"id\":1} // note")),
            ("noise", Noise),
            ("ids that are no ids", Utf8("""{"id":"../../{createNote}?a=b#c%zz\r\nX: y","tag":null}""")),
        ];
        foreach (var (name, bytes) in texts)
        {
            yield return new(name, Body(bytes));
            yield return new($"{name}, in an error", Whole("HTTP/1.1 422 No\r\nContent-Type: application/problem+json", bytes));
        }
    }

    private static IEnumerable<KeyValuePair<string, RawResponse>> Headers()
    {
        yield return new("5,000 headers",
            Body(Sound, string.Join("\r\n", Enumerable.Range(0, 5_000).Select(number => $"X-{number}: {number}"))));
        yield return new("3,000 headers of one name", Body(Sound, string.Join("\r\n", Enumerable.Repeat("X-Same: 1", 3_000))));
        yield return new("a header of 60,000 bytes", Body(Sound, $"X-Long: {new string('x', 60_000)}"));
        yield return new("a header of 1,000,000 bytes", Body(Sound, $"X-Long: {new string('x', 1_000_000)}"));
        yield return new("a header's name of 20,000 bytes", Body(Sound, $"{new string('x', 20_000)}: 1"));
        yield return new("a header of invalid bytes", Body(Sound, "X-Bytes: \u0080\u00ff\u00c3\u0028"));
        yield return new("a header with a NUL", Body(Sound, "X-Nul: a\0b"));
        yield return new("a header with controls", Body(Sound, "X-Control: \u0001\u001b[31m\u007f"));
        yield return new("a header with a lone CR", Body(Sound, "X-Cr: a\rb"));
        yield return new("a header without a colon", Body(Sound, "no colon here"));
        yield return new("a header without a name", Body(Sound, ": value"));
        yield return new("a header's name with a space", Body(Sound, "X Space : value"));
        yield return new("a header's name of invalid bytes", Body(Sound, "X-\u00ff\u0080: value"));
        yield return new("a folded header", Body(Sound, "X-Folded: a\r\n b\r\n\tc"));
        yield return new("Content-Type twice", Body(Sound, "Content-Type: text/html"));
        yield return new("Content-Type in a list", Typed("application/json, text/html"));
        foreach (var type in (string[])
            [
                "", ";", "/", "application", "application/", "application/json;", "application/json; charset",
                "application/json; charset=\"",
                "application/json; charset=nonsense", "application/json; charset=utf-16", "application/json; charset=utf-7",
                "multipart/form-data", "multipart/form-data; boundary=", "application/x-www-form-urlencoded", "text/event-stream",
                "*/*", "application/json\u00ff", "a/b; c=\"\\", $"application/json; x={new string('y', 30_000)}",
            ])
        {
            yield return new($"Content-Type: {type[..Math.Min(type.Length, 40)]}", Typed(type));
        }

        foreach (var field in (string[])
            [
                "Date: never", "Age: -1", "Set-Cookie: ;;;=", "Set-Cookie: a=b; Expires=Thu, 99 Foo 99999 99:99:99 GMT",
                "Connection: close, \u0001",
                "Transfer-Encoding: identity", "Upgrade: h2c", "Link: <", "ETag: \"", "Vary: *, \u00e9", "Allow: ,,,",
                "WWW-Authenticate: ===",
                "Location: http://[", "Location: //", "Location: \u00ff\u00fe", "Location: %", "Location: /notes/%ZZ",
                "Location: javascript:alert(1)",
                "Location: http://user:password@127.0.0.1/notes/1", "Location: /notes/\u0001", "Keep-Alive: timeout=-5, max=zzz",
                "X-Contract-Answer: example",
            ])
        {
            yield return new(field, Body(Sound, field));
        }
    }

    private static IEnumerable<KeyValuePair<string, RawResponse>> Lengths()
    {
        foreach (var length in (string[])
            ["0", "5", "100000", "-1", "+19", "0x13", "19, 19", "19, 20", "abc", "", "9223372036854775807", "99999999999999999999999"])
        {
            var head = $"HTTP/1.1 200 OK\r\nContent-Type: {Json}\r\nContent-Length: {length}\r\n\r\n";
            yield return new($"Content-Length: {length}", new([.. Latin1(head), .. Sound], RawEnd.Close));
        }

        const string Head = $"HTTP/1.1 200 OK\r\nContent-Type: {Json}\r\n";
        yield return new("two lengths", new([.. Latin1($"{Head}Content-Length: 19\r\nContent-Length: 3\r\n\r\n"), .. Sound], RawEnd.Close));
        yield return new("a length and chunks", new(
            [.. Latin1($"{Head}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n13\r\n"), .. Sound, .. Latin1("\r\n0\r\n\r\n")],
            RawEnd.Close));
        yield return new("more than the length, kept open", new([.. Latin1($"{Head}Content-Length: 19\r\n\r\n"), .. Sound, .. Noise]));
        yield return new("two responses at once", new([.. Body(Sound).Bytes, .. Body(Sound).Bytes]));
        yield return new("a body after 204", new([.. Latin1("HTTP/1.1 204 No\r\nContent-Length: 19\r\n\r\n"), .. Sound], RawEnd.Close));
        yield return new("a body after 304", new([.. Latin1("HTTP/1.1 304 No\r\nContent-Length: 19\r\n\r\n"), .. Sound], RawEnd.Close));
        yield return new("a body after 205", new([.. Latin1("HTTP/1.1 205 No\r\nContent-Length: 19\r\n\r\n"), .. Sound], RawEnd.Close));
    }

    private static IEnumerable<KeyValuePair<string, RawResponse>> Ends()
    {
        var whole = Body(Sound).Bytes;
        foreach (var length in (int[])[0, 1, 8, 12, 20, whole.Length - Sound.Length - 3, whole.Length - Sound.Length, whole.Length - 1])
        {
            yield return new($"closed after {length} bytes", new(whole[..length], RawEnd.Close));
            yield return new($"reset after {length} bytes", new(whole[..length], RawEnd.Reset));
        }

        yield return new("no length, closed", new([.. Latin1($"HTTP/1.1 200 OK\r\nContent-Type: {Json}\r\n\r\n"), .. Sound], RawEnd.Close));
        yield return new("reset after a response", new(whole, RawEnd.Reset));
    }

    private static IEnumerable<KeyValuePair<string, RawResponse>> Interim()
    {
        foreach (var interim in (string[])["100 Continue", "102 Processing", "103 Early Hints\r\nLink: </a>; rel=preload", "199 ?"])
        {
            yield return new($"{interim} first", new([.. Latin1($"HTTP/1.1 {interim}\r\n\r\n"), .. Body(Sound).Bytes]));
            yield return new($"{interim} alone", new(Latin1($"HTTP/1.1 {interim}\r\n\r\n"), RawEnd.Close));
        }

        yield return new("100 Continue 10,000 times", new(
            Latin1(string.Concat(Enumerable.Repeat("HTTP/1.1 100 Continue\r\n\r\n", 10_000))), RawEnd.Close));
        yield return new("101 Switching Protocols", new(
            [.. Latin1("HTTP/1.1 101 Go\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"), .. Noise], RawEnd.Close));
    }

    private static IEnumerable<KeyValuePair<string, RawResponse>> Chunks()
    {
        foreach (var chunks in (string[])
            [
                "0\r\n\r\n", "13\r\n{\"id\":1,\"tag\":\"ab\"}\r\n0\r\n\r\n",
                "13;a=\"b\"\r\n{\"id\":1,\"tag\":\"ab\"}\r\n0\r\nX-Trailer: 1\r\n\r\n",
                "13\r\n{\"id\":1,\"tag\":\"ab\"}\r\n0\r\nno colon\r\n\r\n", "13\r\n{\"id\":1", "13\r\n{\"id\":1,\"tag\":\"ab\"}",
                "zz\r\n{}\r\n",
                "-1\r\n{}\r\n", "80000000\r\n{}\r\n", "FFFFFFFFFFFFFFFF\r\n{}\r\n", "10000000000000000\r\n{}\r\n", "2\r\n{}0\r\n\r\n",
                "2\n{}\n0\n\n",
                " 2 \r\n{}\r\n0\r\n\r\n", "2\r\n{}\r\n00000000000000000000\r\n\r\n", "",
            ])
        {
            var head = Latin1($"HTTP/1.1 200 OK\r\nContent-Type: {Json}\r\nTransfer-Encoding: chunked\r\n\r\n");
            yield return new(
                $"chunks {chunks.Replace("\r\n", "|", StringComparison.Ordinal)}", new([.. head, .. Latin1(chunks)], RawEnd.Close));
        }

        yield return new("a chunk extension of 100,000 bytes", new(
            Latin1($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;{new string('x', 100_000)}\r\n{{}}\r\n0\r\n\r\n"),
            RawEnd.Close));
        yield return new("an unknown transfer coding", new(
            Latin1("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"), RawEnd.Close));
    }

    private static IEnumerable<KeyValuePair<string, RawResponse>> Starts()
    {
        foreach (var start in (string[])
            [
                "HTTP/1.0 200 OK", "HTTP/0.9 200 OK", "HTTP/2.0 200 OK", "HTTP/9.9 200 OK", "HTTP/1.1", "HTTP/1.1 ", "HTTP/1.1 200",
                "HTTP/1.1 200 ",
                "HTTP/1.1 200 \u00ff\u00fe", "HTTP/1.1 200 \u001b[31m\u0007", "HTTP/1.1 422 no\tdata",
                $"HTTP/1.1 200 {new string('r', 30_000)}",
                "HTTP/1.1 000 Zero", "HTTP/1.1 099 Low", "HTTP/1.1 600 High", "HTTP/1.1 999 Highest", "HTTP/1.1 1000 Long",
                "HTTP/1.1 20 Short",
                "HTTP/1.1 2xx Letters", "HTTP/1.1 -20 Negative", "http/1.1 200 OK", "ICY 200 OK", "SSH-2.0-OpenSSH_9.6",
                "GET / HTTP/1.1", "",
            ])
        {
            yield return new($"starts with {start[..Math.Min(start.Length, 40)]}",
                Whole($"{start}\r\nContent-Type: {Json}", Sound, RawEnd.Close));
        }

        yield return new("line feeds alone", new([.. Latin1("HTTP/1.1 200 OK\nContent-Length: 19\n\n"), .. Sound], RawEnd.Close));
        yield return new("noise instead of HTTP", new(Noise, RawEnd.Close));
        yield return new("a TLS alert", new([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46], RawEnd.Close));
    }

    private static IEnumerable<KeyValuePair<string, RawResponse>> Redirects()
    {
        foreach (var status in (int[])[300, 301, 302, 303, 307, 308, 399])
        {
            yield return new($"{status} to itself", Whole($"HTTP/1.1 {status} Away\r\nLocation: /notes", []));
        }

        yield return new("302 without Location", Whole("HTTP/1.1 302 Away", []));
        yield return new("302 to 30,000 bytes", Whole($"HTTP/1.1 302 Away\r\nLocation: /{new string('x', 30_000)}", []));
        yield return new("302 to two places", Whole("HTTP/1.1 302 Away\r\nLocation: /a\r\nLocation: /b", []));
        yield return new("302 to invalid bytes", Whole("HTTP/1.1 302 Away\r\nLocation: http://\u00ff\u0080:99999/\u0001", []));
    }

    private static IEnumerable<KeyValuePair<string, RawResponse>> Waits()
    {
        foreach (var wait in (string[])
            [
                "-1", "1.5", "99999999999999999999", "2147483647", "never", "", "Fri, 31 Dec 9999 23:59:59 GMT",
                "Mon, 01 Jan 0001 00:00:00 GMT",
                "Thu, 99 Foo 2026 99:99:99 GMT", "60, 120",
            ])
        {
            yield return new($"429 for {wait}", Whole($"HTTP/1.1 429 Wait\r\nRetry-After: {wait}", []));
            yield return new($"503 for {wait}", Whole($"HTTP/1.1 503 Wait\r\nRetry-After: {wait}", []));
        }
    }

    /// <summary>200 with a body, and further header lines.</summary>
    private static RawResponse Body(byte[] body, string headers = "X-None: ") =>
        Whole($"HTTP/1.1 200 OK\r\nContent-Type: {Json}\r\n{headers}", body);

    private static RawResponse Typed(string type) => Whole($"HTTP/1.1 200 OK\r\nContent-Type: {type}", Sound);

    private static RawResponse Whole(string head, byte[] body, RawEnd end = RawEnd.Keep) =>
        new([.. Latin1($"{head}\r\nContent-Length: {body.Length}\r\n\r\n"), .. body], end);

    private static byte[] Deep(int depth) => Utf8(new string('[', depth) + new string(']', depth));

    private static byte[] Zipped(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            zip.Write(bytes);
        }

        return zipped.ToArray();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);
}
