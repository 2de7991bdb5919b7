using System.IO.Compression;
using System.Text;
using SocialContract.Contract.Http;

namespace SocialContract.Contract.Tests.Http;

/// <summary>Bodies in the codings that requests accept, and in others.</summary>
public sealed class ContentCodingsTests
{
    private const int Limit = 1_000;

    private static readonly byte[] Hello = "hello"u8.ToArray();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("identity")]
    [InlineData(" , ")]
    public void A_body_without_a_coding_stays_as_it_is(string? codings) => Decoded(Hello, codings).ShouldBe("hello");

    [Fact]
    public void Each_coding_that_is_accepted_is_removed()
    {
        Decoded(Encoded(Hello, stream => new GZipStream(stream, CompressionMode.Compress)), "GZIP").ShouldBe("hello");
        Decoded(Encoded(Hello, stream => new GZipStream(stream, CompressionMode.Compress)), "x-gzip").ShouldBe("hello");
        Decoded(Encoded(Hello, stream => new ZLibStream(stream, CompressionMode.Compress)), "deflate").ShouldBe("hello");
        Decoded(Encoded(Hello, stream => new DeflateStream(stream, CompressionMode.Compress)), "deflate").ShouldBe("hello");
        Decoded(Encoded(Hello, stream => new BrotliStream(stream, CompressionMode.Compress)), "br").ShouldBe("hello");
    }

    [Fact]
    public void Codings_are_removed_in_the_opposite_order()
    {
        var zipped = Encoded(Hello, stream => new GZipStream(stream, CompressionMode.Compress));

        Decoded(Encoded(zipped, stream => new BrotliStream(stream, CompressionMode.Compress)), "gzip, br").ShouldBe("hello");
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public void A_body_that_is_not_in_its_coding_is_a_fault(string coding) =>
        ContentCodings.Decode([0xFF, 0xFF, 0xFF, 0xFF], coding, Limit).Fault
            .ShouldBe("the response's body does not match its Content-Encoding");

    [Fact]
    public void A_coding_that_the_request_does_not_accept_is_a_fault() => ContentCodings.Decode(Hello, "zstd", Limit).Fault
        .ShouldBe("the response's Content-Encoding is zstd, which the request does not accept (gzip, deflate, br)");

    [Fact]
    public void No_body_is_in_every_coding() => Decoded([], "br").ShouldBe("");

    [Fact]
    public void A_body_that_grows_beyond_the_limit_is_not_read_to_its_end()
    {
        var bomb = Encoded(new byte[10_000_000], stream => new GZipStream(stream, CompressionMode.Compress));

        ContentCodings.Decode(bomb, "gzip", Limit).Body.Length.ShouldBeInRange(Limit + 1, Limit + 16 * 1024);
    }

    private static string Decoded(byte[] body, string? codings)
    {
        var (decoded, fault) = ContentCodings.Decode(body, codings, Limit);
        fault.ShouldBeNull();
        return Encoding.UTF8.GetString(decoded);
    }

    private static byte[] Encoded(byte[] body, Func<Stream, Stream> encoder)
    {
        using var encoded = new MemoryStream();
        using (var stream = encoder(encoded))
        {
            stream.Write(body);
        }

        return encoded.ToArray();
    }
}
