using SocialContract.Contract.Tests.Reading;

namespace SocialContract.Contract.Tests.Documents;

public sealed class PlaceIdTests
{
    [Fact]
    public void A_place_prints_as_its_file_and_pointer()
    {
        var contract = Loading.Loaded("openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n");

        contract.Documents.Root.Place.ToString().ShouldBe($"{contract.Documents.Entry.DisplayPath}#");
        contract.Documents.Root.Member("info")!.Value.Place.ToString().ShouldBe($"{contract.Documents.Entry.DisplayPath}#/info");
    }
}
