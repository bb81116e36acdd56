namespace CallRouting.Server;

/// <summary>Demo or production, and where the demo keeps its things.</summary>
public sealed class ModeOptions
{
    public const string Demo = "Demo";
    public const string Production = "Production";

    /// <summary>Demo or Production.</summary>
    public string Mode { get; set; } = Demo;

    /// <summary>Database, secrets and clock of the demo.</summary>
    public string DataFolder { get; set; } = "data";

    public string FlowFolder { get; set; } = "ivr-flows";

    /// <summary>Roster and phones of the demo; the phone network reads the same file.</summary>
    public string DemoFile { get; set; } = "";

    /// <summary>Whether the worker runs by itself. A simulated world turns it off and runs each step when its own clock says so.</summary>
    public bool Background { get; set; } = true;

    public bool IsDemo => Mode == Demo;

    public string SecretsPath => Path.Combine(DataFolder, "secrets.json");

    public string ClockPath => Path.Combine(DataFolder, "clock.json");

    public string DemoFilePath => DemoFile.Length > 0 ? DemoFile : Path.Combine(AppContext.BaseDirectory, "Rosters", "demo", "demo.json");
}
