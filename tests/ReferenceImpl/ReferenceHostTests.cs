using SocialContract.Contract.AspNetCore.Hosting;
using SocialContract.ReferenceImpl.Tests.Support;

namespace SocialContract.ReferenceImpl.Tests;

public sealed class ReferenceHostTests
{
    [Fact]
    public async Task One_line_starts_a_server_for_tests()
    {
        await using var server = await ReferenceHost.StartAsync(TestServer.Document, TestContext.Current.CancellationToken);
        using var client =
            new HttpClient { BaseAddress = server.Url, DefaultRequestHeaders = { { "Authentication", "Bearer user-token" } } };

        await client.SetUp("an Instagram account exists", new { id = 7, owner = "user" });

        (await client.DeleteInstagramAccount(7)).Body["success"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Servers_stop_when_they_are_disposed_and_free_their_port()
    {
        var first = await ReferenceHost.StartAsync(TestServer.Document, TestContext.Current.CancellationToken);
        var port = first.Url.Port;
        await first.DisposeAsync();

        await using var second = await ReferenceHost.StartAsync(
            new ReferenceOptions { Document = TestServer.Document, Port = port }, TestContext.Current.CancellationToken);

        second.Url.Port.ShouldBe(port);
    }

    [Fact]
    public async Task A_port_in_use_is_reported_in_one_sentence()
    {
        await using var first = await ReferenceHost.StartAsync(TestServer.Document, TestContext.Current.CancellationToken);

        var taken = await Should.ThrowAsync<AddressUnavailableException>(
            () => ReferenceHost.StartAsync(new ReferenceOptions { Document = TestServer.Document, Port = first.Url.Port }));

        taken.Message.ShouldBe($"Port {first.Url.Port} on 127.0.0.1 is taken.");
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_is_reported_with_its_faults()
    {
        var rejected = await Should.ThrowAsync<DocumentRejectedException>(() => ReferenceHost.StartAsync("nowhere.yaml"));

        rejected.Diagnostics.ShouldNotBeEmpty();
    }
}
