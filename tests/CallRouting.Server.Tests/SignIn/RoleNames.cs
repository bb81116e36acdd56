namespace CallRouting.Server.Tests.SignIn;

/// <summary>The roles as an operator writes them, not as the code names them.</summary>
internal static class RoleNames
{
    public static string[] All { get; } = ["agent", "officer", "lead", "supervisor", "administrator"];
}
