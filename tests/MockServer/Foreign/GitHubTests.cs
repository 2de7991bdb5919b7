namespace SocialApi.MockServer.Tests.Foreign;

/// <summary>GitHub's own description of its API: 12 MiB, 1223 operations.</summary>
public sealed class GitHubTests
{
    /// <summary>Every eighth operation is looked at closely.</summary>
    private const int Step = 8;

    /// <summary>Every one of these is an example that its own schema does not accept; what is wrong with it was read in the document.</summary>
    private static readonly (string Surprise, string Why)[] FaultyExamples =
    [
        ("", ""),
    ];

    [Fact]
    public async Task Every_operation_is_served()
    {
        await using var mock = await Serve();
        using var exchanges = new SampleExchanges(mock.Api, mock.Url);
        var refused = new List<string>();

        foreach (var operation in mock.Api.Operations)
        {
            if (await exchanges.Surprise(operation) is { } surprise && !surprise.Contains(" breaks ", StringComparison.Ordinal))
            {
                refused.Add(surprise);
            }
        }

        mock.Api.Operations.Count.ShouldBe(1223);
        refused.ShouldBeEmpty();
    }

    [Fact]
    public async Task Answers_are_as_described_unless_the_example_is_not()
    {
        await using var mock = await Serve();
        using var exchanges = new SampleExchanges(mock.Api, mock.Url);
        var surprises = new List<string>();

        foreach (var operation in mock.Api.Operations.Where((_, index) => index % Step == 0))
        {
            if (await exchanges.Surprise(operation) is { } surprise)
            {
                surprises.Add(surprise);
            }
        }

        surprises.ShouldBe(FaultyExamples.Select(known => known.Surprise), string.Join("\n@@ ", surprises));
    }

    private static Task<MockHost> Serve() =>
        MockHost.StartAsync(new MockOptions { Document = ForeignDocuments.PathOf(ForeignDocuments.GitHub), Reload = false }, Http.Cancelled);
}
