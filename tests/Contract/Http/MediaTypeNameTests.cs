using SocialContract.Contract.Http;

namespace SocialContract.Contract.Tests.Http;

public sealed class MediaTypeNameTests
{
    [Theory]
    [InlineData("application/json", "application", "json")]
    [InlineData(" Application/JSON ; charset=utf-8", "Application", "JSON")]
    [InlineData("image/*", "image", "*")]
    [InlineData("application/vnd.api+json;v=1", "application", "vnd.api+json")]
    public void A_type_is_parsed(string text, string type, string subtype)
    {
        MediaTypeName.TryParse(text, out var name).ShouldBeTrue();

        name.Type.ToString().ShouldBe(type);
        name.Subtype.ToString().ShouldBe(subtype);
    }

    [Theory]
    [InlineData("")]
    [InlineData("json")]
    [InlineData("application/")]
    [InlineData("/json")]
    [InlineData("application/json, text/plain")]
    [InlineData("application / json")]
    [InlineData("a/b/c")]
    public void Text_that_is_not_a_media_type_is_refused(string text) => MediaTypeName.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("application/json", true, true)]
    [InlineData("Application/Problem+JSON; charset=utf-8", true, true)]
    [InlineData("text/json", true, true)]
    [InlineData("*/*", false, true)]
    [InlineData("application/*", false, true)]
    [InlineData("text/*", false, false)]
    [InlineData("image/*", false, false)]
    [InlineData("application/x-jsonlines", false, false)]
    [InlineData("application/json-seq", false, false)]
    [InlineData("application/json+xml", false, false)]
    [InlineData("image/json", false, false)]
    public void A_type_may_be_JSON(string text, bool isJson, bool mayBeJson)
    {
        MediaTypeName.TryParse(text, out var name).ShouldBeTrue();

        (name.IsJson, name.MayBeJson).ShouldBe((isJson, mayBeJson));
    }

    [Theory]
    [InlineData("text/html; charset=utf-8", true, true)]
    [InlineData("TEXT/HTML", true, true)]
    [InlineData("application/XML", true, false)]
    [InlineData("application/xhtml+xml", true, false)]
    [InlineData("text/html5", false, false)]
    [InlineData("text/plain", false, false)]
    public void A_type_may_be_markup(string text, bool isMarkup, bool isHtml)
    {
        MediaTypeName.TryParse(text, out var name).ShouldBeTrue();

        (name.IsMarkup, name.IsHtml).ShouldBe((isMarkup, isHtml));
    }

    [Theory]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("text/*", "text/plain")]
    [InlineData("image/*", "image/png")]
    [InlineData("model/*", "model/x.unknown")]
    [InlineData("application/json; v=1", "application/json; v=1")]
    public void A_message_takes_a_type_of_the_range(string range, string type)
    {
        MediaTypeName.TryParse(range, out var name).ShouldBeTrue();

        name.InRange.ShouldBe(type);
        MediaTypeName.TryParse(type, out var sent).ShouldBeTrue();
        name.Fits(sent).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=abc", "boundary", "abc")]
    [InlineData("multipart/form-data; Boundary=\"a;b\"; x=y", "boundary", "a;b")]
    [InlineData("text/plain;x=\"\\\";\";charset = utf-8", "charset", "utf-8")]
    [InlineData("text/plain; charset=", "charset", "")]
    [InlineData("text/plain; charset=\"u\\tf-\\\"8\"", "charset", "utf-\"8")]
    [InlineData("text/plain; charset=\"utf-8", "charset", "\"utf-8")]
    public void A_parameter_is_found(string text, string name, string value)
    {
        MediaTypeName.TryParse(text, out var media).ShouldBeTrue();

        media.TryGetParameter(name, out var found).ShouldBeTrue();
        found.ToString().ShouldBe(value);
    }

    [Theory]
    [InlineData("text/plain", "charset")]
    [InlineData("text/plain; charset", "charset")]
    [InlineData("text/plain; xcharset=1", "charset")]
    [InlineData("text/plain; x=\"; charset=a", "charset")]
    public void A_missing_parameter_is_not_found(string text, string name)
    {
        MediaTypeName.TryParse(text, out var media).ShouldBeTrue();

        media.TryGetParameter(name, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("application/json", "application/json", 3)]
    [InlineData("application/json", "APPLICATION/json; charset=utf-8", 3)]
    [InlineData("application/json; v=2", "application/json; v=2", 4)]
    [InlineData("application/json; v=2", "application/json; v=1", 3)]
    [InlineData("application/json; v=2", "application/json", 3)]
    [InlineData("application/json; v=\"2\"", "application/json; v=2", 4)]
    [InlineData("application/json; v=\"a\\\"b\"", "application/json; x=\";v=1\"; v=\"a\\\"\\b\"", 4)]
    [InlineData("application/json; v=2", "application/json; v=\"2", 3)]
    [InlineData("application/*", "application/json", 2)]
    [InlineData("*/*", "application/json", 1)]
    [InlineData("application/json", "application/vnd.api+json", 0)]
    [InlineData("image/*", "application/json", 0)]
    public void The_most_specific_entry_matches_best(string documented, string sent, int expected)
    {
        MediaTypeName.TryParse(documented, out var entry).ShouldBeTrue();
        MediaTypeName.TryParse(sent, out var media).ShouldBeTrue();

        entry.Fits(media).ShouldBe(expected);
    }

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("application/problem+JSON", true)]
    [InlineData("text/json", true)]
    [InlineData("application/jsonp", false)]
    [InlineData("image/json", false)]
    public void JSON_is_known_by_its_name_or_suffix(string text, bool expected)
    {
        MediaTypeName.TryParse(text, out var media).ShouldBeTrue();

        media.IsJson.ShouldBe(expected);
    }
}
