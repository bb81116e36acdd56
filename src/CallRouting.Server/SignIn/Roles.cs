namespace CallRouting.Server.SignIn;

/// <summary>Who somebody is to this service (architecture: sign-in, roles).</summary>
public static class Roles
{
    public const string Agent = "agent";
    public const string Officer = "officer";
    public const string Lead = "lead";
    public const string Supervisor = "supervisor";
    public const string Administrator = "administrator";

    public static IReadOnlyList<string> All { get; } = [Agent, Officer, Lead, Supervisor, Administrator];
}

/// <summary>What a route group asks of who comes. Every group names one; a test finds the route that does not.</summary>
public static class Policies
{
    /// <summary>Anybody who is signed in.</summary>
    public const string SignedIn = "signed in";

    /// <summary>Who speaks with callers at the contact centre.</summary>
    public const string ContactCentre = "contact centre";

    /// <summary>Who keeps promises to callers: agents, officers and leads; supervisors watch.</summary>
    public const string Callbacks = "call-backs";

    /// <summary>Who talks with callers, and may send one on.</summary>
    public const string PassOn = "pass a caller on";

    /// <summary>Who sees what went unanswered.</summary>
    public const string Supervision = "supervision";

    /// <summary>Who asks an office about a flag, and closes it.</summary>
    public const string FollowUp = "follow up";

    /// <summary>Who sees what goes on in the whole country.</summary>
    public const string Wallboard = "wallboard";

    /// <summary>Who writes to offices, and the offices that are written to.</summary>
    public const string Messages = "messages";

    /// <summary>Who may take a duty line out of service: officers and leads for their own office.</summary>
    public const string DutyLines = "duty lines";

    /// <summary>Who plans: leads for their own office.</summary>
    public const string Rosters = "rosters";

    /// <summary>Who reads reports: officers and leads of their own offices.</summary>
    public const string Reports = "reports";

    /// <summary>Who may contest how a transfer of their office is counted.</summary>
    public const string Objections = "objections";

    /// <summary>Who rules upon objections, and corrects what is published.</summary>
    public const string Rulings = "rulings";

    /// <summary>Who may tell all callers something at once.</summary>
    public const string Announcements = "announcements";

    /// <summary>Who sees whether the service works, and may have it tried.</summary>
    public const string Checks = "checks";

    /// <summary>Who may see a caller's number, one at a time and logged.</summary>
    public const string RevealNumber = "reveal a number";

    public static void AddTo(Microsoft.AspNetCore.Authorization.AuthorizationOptions options)
    {
        Add(SignedIn, [.. Roles.All]);
        Add(ContactCentre, Roles.Agent, Roles.Administrator);
        Add(Callbacks, Roles.Agent, Roles.Officer, Roles.Lead, Roles.Supervisor, Roles.Administrator);
        Add(PassOn, Roles.Agent, Roles.Officer, Roles.Lead, Roles.Administrator);
        Add(Supervision, Roles.Lead, Roles.Supervisor, Roles.Administrator);
        Add(FollowUp, Roles.Supervisor, Roles.Administrator);
        Add(Wallboard, Roles.Agent, Roles.Supervisor, Roles.Administrator);
        Add(Messages, Roles.Agent, Roles.Officer, Roles.Lead);
        Add(DutyLines, Roles.Officer, Roles.Lead, Roles.Administrator);
        Add(Rosters, Roles.Lead, Roles.Administrator);
        Add(Reports, Roles.Officer, Roles.Lead, Roles.Supervisor, Roles.Administrator);
        Add(Objections, Roles.Lead);
        Add(Rulings, Roles.Supervisor);
        Add(Announcements, Roles.Supervisor, Roles.Administrator);
        Add(Checks, Roles.Supervisor, Roles.Administrator);
        Add(RevealNumber, Roles.Agent, Roles.Officer, Roles.Lead);

        void Add(string policy, params string[] roles) =>
            options.AddPolicy(policy, needs => needs.RequireAuthenticatedUser().RequireRole(roles));
    }
}
