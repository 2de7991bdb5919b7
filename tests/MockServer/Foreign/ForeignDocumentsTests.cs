using SocialContract.Contract.AspNetCore.Hosting;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.MockServer.Tests.Foreign;

/// <summary>
/// The mock serves documents of other projects: every operation responds to its sample request with a success that the document describes.
/// </summary>
public sealed class ForeignDocumentsTests
{
    public static TheoryData<string> Documents =>
    [
        .. ForeignDocuments.In(
            $"{ForeignDocuments.Initiative}/v3.0", $"{ForeignDocuments.Initiative}/v3.1", $"{ForeignDocuments.Initiative}/v3.2"),
        .. ForeignDocuments.In($"{ForeignDocuments.ReadMe}/3.0", $"{ForeignDocuments.ReadMe}/3.1"),
    ];

    public static TheoryData<string> Documents32 => [.. ForeignDocuments.In($"{ForeignDocuments.Initiative}/v3.2")];

    public static TheoryData<string> Documents20 =>
        [.. ForeignDocuments.In($"{ForeignDocuments.Initiative}/v2.0", $"{ForeignDocuments.ReadMe}/2.0")];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_operation_responds_to_its_sample_request(string document)
    {
        await using var mock = await Serve(document);
        using var exchanges = new SampleExchanges(mock.Api, mock.Url);
        var known = KnownSurprises.Of(document).ToList();

        foreach (var operation in mock.Api.Operations)
        {
            if (await exchanges.Surprise(operation) is { } surprise)
            {
                var expected = known.Find(prefix => Normal(surprise).StartsWith(prefix, StringComparison.Ordinal));
                known.Remove(expected.ShouldNotBeNull(surprise));
            }
        }

        known.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Documents32))]
    public async Task A_document_of_version_3_2_is_served_with_a_warning(string document)
    {
        await using var mock = await Serve(document);

        mock.Api.Diagnostics.ShouldContain(diagnostic =>
            diagnostic.Code == DiagnosticCodes.UnsupportedVersion && diagnostic.Severity == DiagnosticSeverity.Warning);
    }

    [Theory]
    [MemberData(nameof(Documents20))]
    public async Task A_document_of_version_2_0_is_refused_in_a_sentence(string document)
    {
        var path = ForeignDocuments.PathOf(document);

        var refused = await Should.ThrowAsync<DocumentRejectedException>(() => MockHost.StartAsync(path, Http.Cancelled));

        refused.Diagnostics.ShouldHaveSingleItem().Message.ShouldContain("2.0");
    }

    private static Task<MockHost> Serve(string document) =>
        MockHost.StartAsync(new MockOptions { Document = ForeignDocuments.PathOf(document), Reload = false }, Http.Cancelled);

    /// <summary>Without the place that opens a detail: <c>…/file.json:109:17: </c>.</summary>
    private static string Normal(string surprise) => System.Text.RegularExpressions.Regex.Replace(surprise, @"(: 501) \S+:\d+:\d+:", "$1");
}
