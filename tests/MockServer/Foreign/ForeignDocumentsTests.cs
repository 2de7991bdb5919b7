using SocialApi.Contract.Reading;

namespace SocialApi.MockServer.Tests.Foreign;

/// <summary>The mock serves documents that nobody here wrote: every operation answers its sample request with a success that the document describes.</summary>
public sealed class ForeignDocumentsTests
{
    public static TheoryData<string> Documents =>
    [
        .. ForeignDocuments.In($"{ForeignDocuments.Initiative}/v3.0", $"{ForeignDocuments.Initiative}/v3.1", $"{ForeignDocuments.Initiative}/v3.2"),
        .. ForeignDocuments.In($"{ForeignDocuments.ReadMe}/3.0", $"{ForeignDocuments.ReadMe}/3.1"),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_operation_answers_its_sample_request(string document)
    {
        var options = new MockOptions { Document = ForeignDocuments.PathOf(document), Reload = false };
        await using var mock = await MockHost.StartAsync(options, Http.Cancelled);
        using var exchanges = new SampleExchanges(mock.Api, mock.Url);
        var surprises = new List<string>();

        foreach (var operation in mock.Api.Operations)
        {
            if (await exchanges.Surprise(operation) is { } surprise)
            {
                surprises.Add(surprise);
            }
        }

        surprises.ShouldBeEmpty(string.Join("\n@@ ", surprises.Prepend(document)));
    }

    [Fact]
    public async Task Explore_GitHub()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var options = new MockOptions { Document = ForeignDocuments.PathOf(ForeignDocuments.GitHub), Reload = false };
        await using var mock = await MockHost.StartAsync(options, Http.Cancelled);
        var load = watch.ElapsedMilliseconds;
        using var exchanges = new SampleExchanges(mock.Api, mock.Url);
        var surprises = new List<string> { $"load {load}, {mock.Api.Operations.Count} operations, diagnostics {mock.Api.Diagnostics.Count}" };
        foreach (var operation in mock.Api.Operations)
        {
            watch.Restart();
            var surprise = await exchanges.Surprise(operation);
            if (surprise is not null || watch.ElapsedMilliseconds > 1000)
            {
                surprises.Add((surprise ?? operation.Id) + $" {watch.ElapsedMilliseconds} ms");
            }
        }

        surprises.ShouldBeEmpty(string.Join("\n@@ ", surprises));
    }
}
