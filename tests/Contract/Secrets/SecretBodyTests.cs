using System.Text;
using SocialContract.Contract.Secrets;
using SocialContract.Contract.Tests.Reading;

namespace SocialContract.Contract.Tests.Secrets;

/// <summary>Secrets in forms: what the validators read as a secret field is hidden, in whatever way it is written.</summary>
public sealed class SecretBodyTests
{
    private const string Multipart = "multipart/form-data; boundary=b";

    private static readonly ContractDescription Api = Loading.Loaded("""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /login:
            post:
              requestBody:
                content:
                  multipart/form-data:
                    schema:
                      properties:
                        name: { type: string }
                        password: { type: string, x-secret: true }
                        vault: { type: object, x-secret: true }
              responses: { '204': { description: none } }
        """);

    private static readonly SecretDocument Document = SecretDocument.Of(Api);
    private static readonly SecretBody Body = new(new SecretJson(Document), Document.Undescribed);

    [Theory]
    [InlineData("form-data; name=\"password\"")]
    [InlineData("form-data; name=password")]
    [InlineData("form-data; filename=\"x.txt\"; name=\"password\"")]
    [InlineData("form-data; filename=\"a; name=b\"; name=\"password\"")]
    [InlineData("form-data; filename=\"a\\\"; name=\\\"b\"; name=\"password\"")]
    [InlineData("form-data; NAME = \"password\"")]
    [InlineData("form-data; name=\"pass\\word\"; name=\"password\"", false)]
    public void A_secret_part_is_known_by_the_name_that_validators_read(string disposition, bool isSecret = true)
    {
        var form = $"--b\r\nContent-Disposition: {disposition}\r\n\r\ns3cret\r\n--b--\r\n";

        var (shown, removed) = Shown(form);

        shown.ShouldBe(isSecret ? form.Replace("s3cret", "(redacted)") : form);
        removed.ShouldBe(isSecret ? ["s3cret"] : []);
    }

    [Fact]
    public void Another_header_does_not_name_a_part() =>
        Shown("--b\r\nX-Note: name=\"name\"\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\ns3cret\r\n--b--\r\n").Removed
            .ShouldBe(["s3cret"]);

    [Fact]
    public void Line_feeds_alone_divide_a_form() =>
        Shown("--b\nContent-Disposition: form-data; name=\"password\"\n\ns3cret\n--b--\n")
            .ShouldBe(("--b\nContent-Disposition: form-data; name=\"password\"\n\n(redacted)\n--b--\n", ["s3cret"]), Compared);

    [Fact]
    public void A_boundary_within_a_line_belongs_to_the_content() =>
        Shown("--b\nContent-Disposition: form-data; name=password\n\ns3--b\ncret\n--b--\n")
            .ShouldBe(("--b\nContent-Disposition: form-data; name=password\n\n(redacted)\n--b--\n", ["s3--b\ncret"]), Compared);

    [Fact]
    public void Other_parts_and_bytes_stay()
    {
        var form = "before\r\n--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n\u00ff\u0000x\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\nA\u00e4\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\n\r\n--b--\r\nafter";

        Shown(form, Encoding.Latin1).Text.ShouldBe(form
            .Replace("A\u00e4\r\n", "(redacted)\r\n")
            .Replace("\r\n\r\n\r\n", "\r\n\r\n(redacted)\r\n"));
    }

    [Fact]
    public void A_form_without_a_secret_is_the_same_body()
    {
        ReadOnlyMemory<byte> form = Encoding.UTF8.GetBytes("--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nRex\r\n--b--\r\n");

        Body.Removed(form, Multipart, Schema, null).ShouldBe(form);
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\ns3cret")]
    [InlineData("--b\r\nContent-Disposition: form-data\r\n\r\ns3cret\r\n--b--\r\n")]
    [InlineData("--c\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\ns3cret\r\n--c--\r\n")]
    [InlineData("--b\nContent-Disposition: form-data; name=name\n\nRex\n--b\nContent-Disposition: form-data; name=password\n\ns3cret\n")]
    public void A_form_that_cannot_be_read_is_hidden_whole_and_each_word_in_it_is_known(string form)
    {
        var (shown, removed) = Shown(form);

        shown.ShouldBe("(redacted)");
        removed.ShouldContain(form);
        removed.ShouldContain("s3cret");
    }

    [Fact]
    public void Of_a_form_that_cannot_be_read_to_its_end_each_secret_that_can_be_read_is_known() =>
        Shown("--b\nContent-Disposition: form-data; name=password\n\nmy s3cret\n--b").Removed[..2]
            .ShouldBe(["my s3cret", "--b\nContent-Disposition: form-data; name=password\n\nmy s3cret\n--b"]);

    [Fact]
    public void A_form_with_a_secret_name_is_hidden_whole()
    {
        const string Form = "--b\nContent-Disposition: form-data; name=\"vault[s3cret]\"\n\nvalue\n--b--\n";

        Shown(Form).ShouldBe(("(redacted)", ["value", "s3cret", Form]), Compared);
    }

    [Fact]
    public void A_form_that_no_document_describes_hides_what_is_secret_by_its_name() =>
        Body.Removed("--b\nContent-Disposition: form-data; name=access-token\n\ns3cret\n--b--\n"u8.ToArray(), Multipart, null, null)
            .ToArray().ShouldBe("--b\nContent-Disposition: form-data; name=access-token\n\n(redacted)\n--b--\n"u8.ToArray());

    private static SecretSchema? Schema { get; } =
        SecretSchema.Of(Api.View, Api.Operations[0].RequestBody!.Content[0].Schema!.Node);

    private static IEqualityComparer<(string Text, List<string> Removed)> Compared { get; } =
        EqualityComparer<(string Text, List<string> Removed)>.Create(
            (left, right) => left.Text == right.Text && left.Removed.SequenceEqual(right.Removed));

    private static (string Text, List<string> Removed) Shown(string form, Encoding? encoding = null)
    {
        var removed = new List<string>();
        encoding ??= Encoding.UTF8;
        var shown = Body.Removed(encoding.GetBytes(form), Multipart, Schema, removed);
        return (encoding.GetString(shown.Span), removed);
    }
}
