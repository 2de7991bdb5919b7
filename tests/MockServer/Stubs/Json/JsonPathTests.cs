using System.Text.Json;
using SocialContract.MockServer.Stubs.Json;

namespace SocialContract.MockServer.Tests.Stubs.Json;

public class JsonPathTests
{
    private const string Store = """
        {
          "store": {
            "book": [
              { "category": "reference", "author": "Rees", "price": 8.95, "tags": ["a", "b"] },
              { "category": "fiction", "author": "Waugh", "price": 12.99, "isbn": null },
              { "category": "fiction", "author": "O'Hara", "price": 22, "tags": [] }
            ],
            "bicycle": { "color": "red", "price": 19.95, "the name": "x" }
          },
          "limit": 10
        }
        """;

    [Theory]
    [InlineData("$.store.book[*].author", """["Rees","Waugh","O'Hara"]""")]
    [InlineData("$..author", """["Rees","Waugh","O'Hara"]""")]
    [InlineData("$.store..price", "[19.95,8.95,12.99,22]")]
    [InlineData("$..book[2].author", """["O'Hara"]""")]
    [InlineData("$..book[-1].price", "[22]")]
    [InlineData("$..book[0,1].price", "[8.95,12.99]")]
    [InlineData("$..book[:2].price", "[8.95,12.99]")]
    [InlineData("$..book[-2:].price", "[12.99,22]")]
    [InlineData("$.store.book[1:-1].price", "[12.99]")]
    [InlineData("$..book[?(@.isbn)].price", "[12.99]")]
    [InlineData("$.store.book[?(@.price < 10)].price", "[8.95]")]
    [InlineData("$.store.book[?(@.price < $.limit)].price", "[8.95]")]
    [InlineData("$.store.book[?(@['price'] >= 12.99 && @.category == 'fiction')].price", "[12.99,22]")]
    [InlineData("$.store.book[?(@.author == 'O\\'Hara')].price", "[22]")]
    [InlineData("$.store.book[?(@.author == \"O'Hara\")].price", "[22]")]
    [InlineData("$.store.book[?(@.author =~ /.*(ees|augh)/)].price", "[8.95,12.99]")]
    [InlineData("$.store.book[?(@.author =~ /REES/i || @.price == 22.0)].price", "[8.95,22]")]
    [InlineData("$.store.book[?(!(@.category == 'fiction') && @.tags)].price", "[8.95]")]
    [InlineData("$.store.book[?(@.tags.length() == 2)].price", "[8.95]")]
    [InlineData("$.store.book[?(@.tags empty true)].price", "[22]")]
    [InlineData("$.store.book[?(@.tags all ['a', 'b'])].price", "[8.95]")]
    [InlineData("$.store.book[?(@.category in ['reference', 'x'])].price", "[8.95]")]
    [InlineData("$.store.book[?('b' in @.tags)].price", "[8.95]")]
    [InlineData("$.store.book[?(@.price === '22')].price", "[]")]
    [InlineData("$.store.bicycle['the name','color']", """["x","red"]""")]
    [InlineData("$.store.bicycle.*", """["red",19.95,"x"]""")]
    [InlineData("$['store']['bicycle']['color']", """["red"]""")]
    [InlineData("store.bicycle.color", """["red"]""")]
    [InlineData("$.store.book.length()", "[3]")]
    [InlineData("$.store.book.first()", """[{"category":"reference","author":"Rees","price":8.95,"tags":["a","b"]}]""")]
    [InlineData("$..price.min()", "[8.95]")]
    [InlineData("$.limit.sum()", "[]")]
    [InlineData("$.store.book.price", "[]")]
    [InlineData("$.store.bicycle[0]", "[]")]
    [InlineData("$.nothing.at.all", "[]")]
    [InlineData("$..*.color", """["red"]""")]
    public void A_path_leads_to_its_values(string expression, string expected)
    {
        var path = JsonPath.Parse(expression, out var fault);

        fault.ShouldBe("");
        JsonSerializer.SerializeToElement(path!.Select(JsonElement.Parse(Store), new())).ToString()
            .ShouldBe(JsonSerializer.SerializeToElement(JsonElement.Parse(expected)).ToString());
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("$.", "a name is missing at 2")]
    [InlineData("$..", "a name is missing at 3")]
    [InlineData("$.a[", "it ends where a name, an index, a filter or the end is expected")]
    [InlineData("$.a[1", "it ends where ']' is expected")]
    [InlineData("$.a[x]", "'x' at 4 is unexpected; a name, an index, a filter or the end is expected")]
    [InlineData("$.a['x", "the text at 4 is not closed")]
    [InlineData("$.a b", "' ' at 3 is unexpected; a name, an index, a filter or the end is expected")]
    [InlineData("$.a[99999999999]", "the number at 4 is not an index")]
    [InlineData("$.a[?(@.b ==)]", "')' at 12 is unexpected; a value is expected")]
    [InlineData("$.a[?(@.b = 1)]", "'=' at 10 is unexpected; ')' is expected")]
    [InlineData("$.a[?(@.b like 1)]", "'like' at 10 is not an operator; in, nin, contains, all, size, empty, subsetof, anyof, noneof are")]
    [InlineData("$.a[?(1)]", "')' at 7 is unexpected; an operator is expected")]
    [InlineData("$.a[?(@.b =~ 'x')]", "=~ and a regular expression in slashes belong together")]
    [InlineData("$.a[?(@.b == /x/)]", "=~ and a regular expression in slashes belong together")]
    [InlineData("$.a[?(@.b =~ /x)]", "the regular expression at 13 is not closed")]
    [InlineData("$.a[?(@.b =~ /[/)]", "not a regular expression: the character class at 0 is not closed")]
    [InlineData("$.a[?@.b]", "'@' at 5 is unexpected; '(' is expected")]
    [InlineData(
        "$.a.foo()",
        "foo() is not a function that is supported; length(), size(), min(), max(), avg(), sum(), stddev(), first(), last() are")]
    [InlineData("$.a.length().b", "nothing may follow the function before 12")]
    public void A_text_that_is_not_a_path_is_refused_with_the_place(string expression, string expected)
    {
        JsonPath.Parse(expression, out var fault).ShouldBeNull();

        fault.ShouldBe($"not a JSON path: {expected}");
    }

    [Theory]
    [InlineData("$[?(!")]
    [InlineData("$[?((")]
    [InlineData("$[?(@ in [")]
    public void Deep_nesting_is_refused(string opening)
    {
        JsonPath.Parse($"{opening}{new string(opening[^1], 5_000)}", out var fault).ShouldBeNull();

        fault.ShouldBe("not a JSON path: filters, conditions and arrays are nested more than 50 deep");
    }

    [Fact]
    public void Deep_filters_in_filters_are_refused()
    {
        JsonPath.Parse($"${string.Concat(Enumerable.Repeat("[?(@", 2_000))}", out var fault).ShouldBeNull();

        fault.ShouldBe("not a JSON path: filters, conditions and arrays are nested more than 50 deep");
    }
}
