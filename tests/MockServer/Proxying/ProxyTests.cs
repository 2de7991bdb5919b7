using System.Net;
using Microsoft.AspNetCore.Http;
using SocialContract.Contract.Exchanges;

namespace SocialContract.MockServer.Tests.Proxying;

/// <summary>What passes between a client and a server, and how it is checked.</summary>
public sealed class ProxyTests
{
    [Fact]
    public async Task A_request_and_its_response_pass_and_are_checked()
    {
        await using var server = await TargetServer.StartAsync("""{"name":"Tom"}""");
        await using var proxy = await ProxyFixture.StartAsync(server.Url);

        using var response = await proxy.Get("/v2/pets/7?limit=%2F&x=1");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Text()).ShouldBe("""{"name":"Tom"}""");
        response.Header("X-Contract-Answer").ShouldBe("proxy;checked");
        response.Header("X-Contract-Operation").ShouldBe("\"readPet\"");
        response.Header("X-Contract-Violations").ShouldBeNull();
        server.Received.Target.ShouldBe("/v2/pets/7?limit=%2F&x=1");
        server.Received.Headers["Host"].ShouldBe(server.Url.Authority);
        proxy.Mock.Requests.ShouldHaveSingleItem().Exchange.Origin.Kind.ShouldBe(ExchangeOriginKind.Proxy);
    }

    [Fact]
    public async Task Violations_of_both_directions_are_in_the_headers_and_the_journal()
    {
        await using var server = await TargetServer.StartAsync("""{"name":7}""");
        await using var proxy = await ProxyFixture.StartAsync(server.Url);

        using var response = await proxy.Get("/pets/seven");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Text()).ShouldBe("""{"name":7}""");
        response.Header("X-Contract-Violations")!.ShouldContain("instance=\"/path/id\"");
        response.Header("X-Contract-Answer-Violations")!.ShouldContain("instance=\"/body/name\"");
        var entry = proxy.Mock.Requests.ShouldHaveSingleItem();
        entry.Exchange.RequestViolations.ShouldHaveSingleItem().Instance.ShouldBe("/path/id");
        entry.Exchange.ResponseViolations.ShouldHaveSingleItem().Instance.ShouldBe("/body/name");
    }

    [Fact]
    public async Task With_fail_on_violation_a_request_that_breaks_the_document_is_not_forwarded()
    {
        await using var server = await TargetServer.StartAsync("""{"name":"Tom"}""");
        await using var proxy = await ProxyFixture.StartAsync(server.Url, options => options with { FailOnViolation = true });

        using var response = await proxy.Get("/pets/seven");

        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await response.Json())["violations"]![0]!["instance"]!.GetValue<string>().ShouldBe("/path/id");
        response.Header("X-Contract-Answer").ShouldBe("mock;proxy=violation");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_fail_on_violation_a_response_that_breaks_the_document_becomes_502_with_the_reasons()
    {
        await using var server = await TargetServer.StartAsync("{}", 418);
        await using var proxy = await ProxyFixture.StartAsync(server.Url, options => options with { FailOnViolation = true });

        using var response = await proxy.Get("/pets/7");

        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await response.Json())["violations"]![0]!["instance"]!.GetValue<string>().ShouldBe("/status");
        (await response.Json())["detail"]!.GetValue<string>().ShouldBe("The server's response, 418, breaks the document.");
        response.Header("X-Contract-Answer-Violations")!.ShouldContain("instance=\"/status\"");
    }

    [Theory]
    [InlineData("GET", "/nowhere", "path")]
    [InlineData("PATCH", "/pets/7", "method")]
    public async Task What_the_document_does_not_have_passes_and_is_reported(string method, string target, string part)
    {
        await using var server = await TargetServer.StartAsync("""{"a":1}""", 202);
        await using var proxy = await ProxyFixture.StartAsync(server.Url, options => options with { FailOnViolation = true });

        using var response = await proxy.Client.Exchange(new HttpRequestMessage(new HttpMethod(method), target));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        response.Header("X-Contract-Answer").ShouldBe($"proxy;undocumented={part}");
        var entry = proxy.Mock.Requests.ShouldHaveSingleItem();
        entry.WasMatched.ShouldBeFalse();
        entry.Exchange.Origin.Label.ShouldBe($"proxy, undocumented {part}");
    }

    [Fact]
    public async Task Fields_of_the_connection_are_not_forwarded_in_either_direction()
    {
        await using var server = await TargetServer.StartAsync(context =>
        {
            context.Response.Headers.Append("Connection", "X-Hop");
            context.Response.Headers.Append("X-Hop", "1");
            context.Response.Headers.Append("Proxy-Authenticate", "Basic");
            context.Response.Headers.Append("X-End", "2");
            return context.Response.WriteAsync("x");
        });
        await using var proxy = await ProxyFixture.StartAsync(server.Url);

        using var response = await proxy.Client.Exchange(new HttpRequestMessage(HttpMethod.Get, "/nowhere")
            .With("Connection", "X-Mine").With("X-Mine", "1").With("TE", "trailers").With("Proxy-Authorization", "Basic x")
            .With("X-End", "3"));

        server.Received.Headers.Contains("X-Mine").ShouldBeFalse();
        server.Received.Headers.Contains("TE").ShouldBeFalse();
        server.Received.Headers.Contains("Proxy-Authorization").ShouldBeFalse();
        server.Received.Headers["X-End"].ShouldBe("3");
        server.Received.Headers["Via"]!.ShouldMatch("^1\\.1 social-contract-[0-9a-f]{8}$");
        server.Received.Headers.Contains("X-Forwarded-For").ShouldBeFalse();
        response.Header("X-Hop").ShouldBeNull();
        response.Header("Proxy-Authenticate").ShouldBeNull();
        response.Header("X-End").ShouldBe("2");
    }

    [Fact]
    public async Task Repeated_fields_and_fields_of_a_body_without_a_body_pass()
    {
        await using var server = await TargetServer.StartAsync(context =>
        {
            context.Response.Headers.Append("Set-Cookie", "a=1");
            context.Response.Headers.Append("Set-Cookie", "b=2; Path=/");
            return context.Response.WriteAsync("x");
        });
        await using var proxy = await ProxyFixture.StartAsync(server.Url);

        using var content = new ByteArrayContent([]) { Headers = { ContentType = new("a/b") } };
        using var response = await proxy.Client.Exchange(new HttpRequestMessage(HttpMethod.Get, "/nowhere") { Content = content });

        response.Headers.GetValues("Set-Cookie").ShouldBe(["a=1", "b=2; Path=/"]);
        server.Received.Headers["Content-Type"].ShouldBe("a/b");
    }

    [Fact]
    public async Task A_path_below_the_servers_url_is_appended_and_a_redirect_to_it_leads_through_the_proxy()
    {
        await using var server = await TargetServer.StartAsync(context =>
        {
            var own = $"http://{context.Request.Host}/base";
            context.Response.Redirect(context.Request.Path.Value switch
            {
                "/base/move" => $"{own}/pets/7?x=1",
                "/base/v2/move" => "/base/pets/8",
                _ => "http://elsewhere.example/base/pets/7",
            });
            return Task.CompletedTask;
        });
        await using var proxy = await ProxyFixture.StartAsync(new Uri(server.Url, "/base/"));

        using var absolute = await proxy.Get("/move");
        using var relative = await proxy.Get("/v2/move");
        using var foreign = await proxy.Get("/other");

        absolute.Header("Location").ShouldBe($"{proxy.Mock.Url}pets/7?x=1");
        absolute.Header("X-Contract-Answer").ShouldBe("proxy;checked");
        relative.Header("Location").ShouldBe("/pets/8");
        foreign.Header("Location").ShouldBe("http://elsewhere.example/base/pets/7");
    }

    [Fact]
    public async Task The_length_of_a_response_to_HEAD_and_the_tag_of_a_304_pass()
    {
        await using var server = await TargetServer.StartAsync(context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.ContentType = "application/json";
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch.Count > 0 ? 304 : 200;
            context.Response.ContentLength = context.Response.StatusCode == 200 ? 123 : null;
            return Task.CompletedTask;
        });
        await using var proxy = await ProxyFixture.StartAsync(server.Url);

        using var head = await proxy.Client.Exchange(new HttpRequestMessage(HttpMethod.Head, "/pets/7"));
        using var cached = await proxy.Client.Exchange(
            new HttpRequestMessage(HttpMethod.Get, "/pets/7").With("If-None-Match", "\"1\""));

        head.Content.Headers.ContentLength.ShouldBe(123);
        head.Header("X-Contract-Answer").ShouldBe("proxy;checked");
        ((int)cached.StatusCode).ShouldBe(304);
        cached.Header("ETag").ShouldBe("\"1\"");
        cached.Header("X-Contract-Answer-Violations").ShouldBeNull();
        cached.Header("X-Contract-Answer")!.ShouldStartWith("proxy;checked=?0;reason=\"the response: a 304 ");
    }

    [Fact]
    public async Task A_response_to_HEAD_without_a_length_gets_none()
    {
        using var server = new BrokenServer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n");
        await using var proxy = await ProxyFixture.StartAsync(server.Url);

        using var head = await proxy.Client.Exchange(new HttpRequestMessage(HttpMethod.Head, "/pets/7"));

        head.Content.Headers.NonValidated.Contains("Content-Length").ShouldBeFalse();
        head.Header("X-Contract-Answer").ShouldBe("proxy;checked");
    }

    [Fact]
    public async Task Admin_preflights_and_stubs_stay_local()
    {
        await using var server = await TargetServer.StartAsync("{}");
        await using var proxy = await ProxyFixture.StartAsync(server.Url);
        using var posted = await proxy.Client.PostAsync(
            "/__admin/mappings",
            new StringContent("""{"request":{"url":"/pets/9"},"response":{"jsonBody":{"name":"stub"}}}"""),
            Http.Cancelled);

        using var health = await proxy.Get("/__admin/health");
        using var unknown = await proxy.Get("/__admin/nothing");
        using var stub = await proxy.Get("/pets/9");
        using var preflight = await proxy.Client.Exchange(new HttpRequestMessage(HttpMethod.Options, "/pets/7")
            .With("Origin", "http://page").With("Access-Control-Request-Method", "GET"));

        health.StatusCode.ShouldBe(HttpStatusCode.OK);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        stub.Header("X-Contract-Answer")!.ShouldStartWith("stub;");
        preflight.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_proxy_that_forwards_to_itself_by_way_of_another_is_stopped()
    {
        Uri? first = null;
        using var forwarding = new HttpClient();
        await using var middle = await TargetServer.StartAsync(async context =>
        {
            using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(first!, "/nowhere"));
            again.Headers.TryAddWithoutValidation("Via", context.Request.Headers.Via.ToString());
            using var response = await forwarding.SendAsync(again);
            context.Response.StatusCode = (int)response.StatusCode;
        });
        await using var proxy = await ProxyFixture.StartAsync(middle.Url);
        first = proxy.Mock.Url;

        using var response = await proxy.Get("/nowhere");

        ((int)response.StatusCode).ShouldBe(508);
        middle.Requests.Count.ShouldBe(1);
    }
}
