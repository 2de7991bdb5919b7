using OwnApplication;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
var application = builder.Build();
var accounts = new Accounts();

application.Use(async (context, next) =>
{
    if (context.Request.Headers["Authentication"] != "Bearer TOKEN")
    {
        await Answers.WriteAsync(context, 401, """{"error":"Only registered user can perform this action"}""");
        return;
    }

    await next(context);
});

application.MapPost(
    "/api/v3/instagram_accounts", context => Answers.PostAsync(context, Rules.InstagramAccounts, accounts.ConnectInstagram));
application.MapPost("/api/v3/facebook_pages", context => Answers.PostAsync(context, Rules.FacebookPages, accounts.ConnectPages));
application.MapDelete("/api/v3/instagram_accounts/{id}", context =>
{
    if (!int.TryParse((string?)context.Request.RouteValues["id"], out var id))
    {
        return Answers.WriteAsync(context, 422, """{"id":["Must be a Integer"]}""");
    }

    return accounts.Remove(id)
        ? Answers.WriteAsync(context, 200, $$"""{"success":true,"instagram_account_id":{{id}}}""")
        : Answers.WriteAsync(context, 404, """{"error":"Not found"}""");
});

await application.RunAsync();

/// <summary>Named by <c>WebApplicationFactory</c>.</summary>
public partial class Program;
