using SocialContract.Contract.Messages;
using SocialContract.MockServer.Journal;

namespace SocialContract.MockServer.Tests.Journal;

public sealed class MessageBufferTests
{
    private readonly MessageBuffer _buffer = new();

    [Fact]
    public void A_request_is_read_as_it_was_written()
    {
        _buffer.Write(
            new RequestMessage("PUT", "/p%C3%A4ts?\ud800=1", [new("A", "1"), new("a", "ü"), new("B", "")], "[1]"u8.ToArray())
            {
                Scheme = "https",
                Trailers = [new("Digest", "x")],
            },
            "[1]"u8);

        var at = 0;
        var read = _buffer.ReadRequest(ref at);
        read.Method.ShouldBe("PUT");
        read.Target.ShouldBe("/p%C3%A4ts?\ud800=1");
        read.Headers.ShouldBe([new("A", "1"), new("a", "ü"), new("B", "")]);
        read.Scheme.ShouldBe("https");
        read.Trailers.ShouldBe([new("Digest", "x")]);
        read.Body.ToArray().ShouldBe("[1]"u8.ToArray());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Fine")]
    public void A_response_is_read_as_it_was_written_after_the_request(string? reason)
    {
        _buffer.Write(new RequestMessage("GET", "/"), []);
        _buffer.Write(new ResponseMessage(299, [new("C", "1")], "x"u8.ToArray()) { Reason = reason, Trailers = [new("D", "2")] }, "x"u8);

        var at = 0;
        _buffer.ReadRequest(ref at).Target.ShouldBe("/");
        var read = _buffer.ReadResponse(ref at);
        read.Status.ShouldBe(299);
        read.Reason.ShouldBe(reason);
        read.Headers.ShouldBe([new("C", "1")]);
        read.Trailers.ShouldBe([new("D", "2")]);
        read.Body.ToArray().ShouldBe("x"u8.ToArray());
    }

    [Fact]
    public void A_copy_stays_as_it_is_when_the_buffer_is_used_again()
    {
        _buffer.Write(new RequestMessage("GET", "/first"), []);
        var copy = _buffer.Copy();

        _buffer.Clear();
        _buffer.Write(new RequestMessage("GET", "/later"), []);

        var at = 0;
        copy.ReadRequest(ref at).Target.ShouldBe("/first");
    }

    [Fact]
    public void Large_memory_is_given_up_when_the_buffer_is_used_again()
    {
        var body = new byte[100_000];
        _buffer.Clear(body.Length);
        _buffer.Write(new RequestMessage("POST", "/"), body);
        _buffer.Capacity.ShouldBeInRange(100_000, 103_000);

        _buffer.Clear();
        _buffer.Write(new RequestMessage("GET", "/"), []);
        _buffer.Capacity.ShouldBe(512);
    }
}
