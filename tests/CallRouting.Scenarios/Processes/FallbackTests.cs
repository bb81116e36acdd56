using CallRouting.PhoneNetwork.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CallRouting.Scenarios.Processes;

/// <summary>None of our processes lives: the provider finds the static document that somebody else hosts.</summary>
[Category("Kill")]
public sealed class FallbackTests
{
    private const string Reserve = "+4710000800";

    private string folder = null!;
    private string document = null!;
    private WebApplication elsewhere = null!;

    [OneTimeSetUp]
    public async Task Begin()
    {
        folder = Directory.CreateTempSubdirectory("prepared-").FullName;
        await Installation.Prepare(folder);
        document = await Written();
        elsewhere = await HostElsewhere(document);
    }

    [OneTimeTearDown]
    public async Task End()
    {
        await elsewhere.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task A_caller_hears_in_three_languages_that_something_is_wrong_and_is_connected_to_the_fallback_number()
    {
        await using var house = await House();
        var (caller, reserve) = (house.Phone("+4716000001"), house.Phone(Reserve));
        await house.KillServer();

        await caller.Dials("55 55 33 33");

        await caller.Hears("Noe er feil hos oss. Vi setter deg over nå. Blir samtalen brutt, ring 100 00 800.");
        await caller.Hears("Noko er feil hos oss.");
        await caller.Hears("Something is wrong on our side.");
        await reserve.Answers();
        await caller.IsTalkingWith(reserve);
        await reserve.HangsUp();
        await caller.Hears("Ble samtalen brutt, ring 100 00 800.");
        await caller.IsFree();
    }

    [Test]
    public async Task A_caller_in_mid_menu_is_connected_too()
    {
        await using var house = await House();
        var (caller, reserve) = (house.Phone("+4716000001"), house.Phone(Reserve));
        await caller.Dials("55 55 33 33");
        await caller.Hears("tast 1");
        await house.KillServer();

        await caller.Presses("1");

        await caller.Hears("Noe er feil hos oss.");
        await reserve.Answers();
        await caller.IsTalkingWith(reserve);
    }

    [Test]
    public void The_document_holds_no_secret_and_asks_nothing_of_us()
    {
        Assert.That(document, Does.StartWith("<?xml").And.Contain("<Dial callerId=\"+4755553333\""));
        Assert.That(document, Does.Not.Contain("http").And.Not.Contain("action").And.Not.Contain("AC0"));
    }

    private Task<Installation> House() => Installation.Of(folder, speed: 1, elsewhere.Urls.Single() + "/fallback.xml");

    private async Task<string> Written()
    {
        var file = Path.Combine(folder, "fallback.xml");
        await using var write = ChildProcess.Start("CallRouting.Server", new Dictionary<string, string>(), "fallback-document", file);
        await write.Ends();
        Assert.That(write.ExitCode, Is.Zero, write.Output);
        Assert.That(write.Output, Does.Contain("VoiceFallbackUrl"));
        return await File.ReadAllTextAsync(file);
    }

    // Any web server that can give a file will do; the provider may ask with GET or POST.
    private static async Task<WebApplication> HostElsewhere(string document)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapMethods("/fallback.xml", ["GET", "POST"], () => Results.Content(document, "text/xml"));
        await app.StartAsync();
        return app;
    }
}
