using CallRouting.Server.Tests.Calls;

namespace CallRouting.Server.Tests.Demo;

/// <summary>The server starts in a mode only with what the mode needs, and says everything that is missing at once.</summary>
public sealed class ModeTests
{
    [Test]
    public void A_demo_speaks_to_nobody_outside_this_machine() =>
        Assert.That(
            () => RunningServer.Start(("Provider:BaseUrl", "https://api.twilio.com")),
            Throws.InvalidOperationException.With.Message.Contains("Provider:BaseUrl is https://api.twilio.com/")
        );

    [TestCase("http://*:5080")]
    [TestCase("http://localhost:5080;http://0.0.0.0:5080")]
    public void A_demo_listens_on_this_machine_only(string urls) =>
        Assert.That(() => RunningServer.Start(("urls", urls)), Throws.InvalidOperationException.With.Message.Contains("this machine only"));

    [Test]
    public void A_mode_that_there_is_not_is_told_with_those_that_there_are() =>
        Assert.That(
            () => RunningServer.Start(("Mode", "Prodution")),
            Throws.InvalidOperationException.With.Message.EqualTo("Mode is \"Prodution\". It may be Demo or Production.")
        );

    [Test]
    public void Production_tells_all_that_is_missing_at_once() =>
        Assert.That(
            () => RunningServer.Start(("Mode", "Production"), ("Provider:AuthToken", ""), ("Database:Engine", "Sqlite")),
            Throws
                .InvalidOperationException.With.Message.Contains("Provider:AuthToken")
                .And.Message.Contains("Provider:PublicUrl")
                .And.Message.Contains("Database:Engine is Sqlite")
        );

    [Test]
    public void A_database_engine_that_there_is_not_is_told_with_those_that_there_are() =>
        Assert.That(
            () => RunningServer.Start(("Database:Engine", "Oracle")),
            Throws.InvalidOperationException.With.Message.Contains("It may be Sqlite, Postgres or SqlServer")
        );
}
