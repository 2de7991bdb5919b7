using SocialContract.Contract.Messages;

namespace SocialContract.Contract.Tests.Messages;

public sealed class HeaderFieldsTests
{
    private static readonly HeaderFields Fields = [new("Accept", "text/html"), new("X-Id", "1"), new("accept", "*/*")];

    [Fact]
    public void A_name_is_found_whatever_its_case_and_its_lines_are_joined() => Fields["ACCEPT"].ShouldBe("text/html, */*");

    [Fact]
    public void A_name_that_is_absent_has_no_value()
    {
        Fields["Accept-Language"].ShouldBeNull();
        Fields.Contains("Accept-Language").ShouldBeFalse();
    }

    [Fact]
    public void Lines_are_enumerated_as_sent() =>
        Fields.Select(field => $"{field.Key}: {field.Value}").ShouldBe(["Accept: text/html", "X-Id: 1", "accept: */*"]);

    [Fact]
    public void The_lines_of_a_name_are_told_apart() => Fields.Lines("Accept").ShouldBe(["text/html", "*/*"]);

    [Fact]
    public void A_field_that_is_set_replaces_all_lines_of_its_name() =>
        Fields.With("Accept", "application/json").ShouldBe([new("X-Id", "1"), new("Accept", "application/json")]);

    [Fact]
    public void Going_through_the_fields_takes_no_memory()
    {
        var length = 0;
        foreach (var (name, _) in Fields)
        {
            length += name.Length;
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var (name, _) in Fields)
        {
            length += name.Length;
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        length.ShouldBe(32);
    }
}
