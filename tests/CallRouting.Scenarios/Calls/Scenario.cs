namespace CallRouting.Scenarios.Calls;

/// <summary>One world for each test. Wednesday 18 November 2026, ten o'clock, unless a test says otherwise.</summary>
public abstract class Scenario
{
    protected World World { get; private set; } = null!;

    protected virtual string When => "2026-11-18 10:00";

    protected virtual Population People => Population.Usual;

    protected virtual WorldSettings Settings => WorldSettings.Usual;

    [SetUp]
    public async Task Begin() => World = await World.At(When, People, Settings);

    [TearDown]
    public async Task End()
    {
        await World.NothingWentWrong();
        await World.DisposeAsync();
    }

    protected Person Officer(string name) => World.Phone(name);
}
