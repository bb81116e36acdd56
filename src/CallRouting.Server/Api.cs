using CallRouting.Server.Agents;
using CallRouting.Server.Calendars;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Calls;
using CallRouting.Server.Health;
using CallRouting.Server.Live;
using CallRouting.Server.Menus;
using CallRouting.Server.Messages;
using CallRouting.Server.Notices;
using CallRouting.Server.Offices;
using CallRouting.Server.Queue;
using CallRouting.Server.Reports;
using CallRouting.Server.Rosters;
using CallRouting.Server.Rosters.Exchange;
using CallRouting.Server.SignIn;
using CallRouting.Server.Supervision;
using CallRouting.Server.Telephony;
using CallRouting.Server.Transfers;
using Microsoft.Extensions.Options;

namespace CallRouting.Server;

/// <summary>The doors for people and programs, each group with its policy.</summary>
public static class Api
{
    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api");
        var isDemo = app.Services.GetRequiredService<IOptions<ModeOptions>>().Value.IsDemo;
        api.MapGroup("").AllowAnonymous().WithTags("sign-in").MapDemoSignIn(isDemo);
        api.MapGroup("").RequireAuthorization(Policies.SignedIn).WithTags("sign-in").MapMe();
        api.MapGroup("").RequireAuthorization(Policies.SignedIn).WithTags("live").MapLive();
        api.MapGroup("").RequireAuthorization(Policies.SignedIn).WithTags("offices").MapOffices();
        api.MapGroup("").RequireAuthorization(Policies.SignedIn).WithTags("rosters").MapRosters();
        api.MapGroup("").RequireAuthorization(Policies.SignedIn).WithTags("rosters").MapLines();
        api.MapGroup("").RequireAuthorization(Policies.SignedIn).WithTags("rosters").MapPlans();
        api.MapGroup("").RequireAuthorization(Policies.SignedIn).WithTags("rosters").MapRosterViews();
        api.MapGroup("").RequireAuthorization(Policies.DutyLines).WithTags("rosters").MapShiftOffers();
        api.MapGroup("").RequireAuthorization(Policies.SignedIn).WithTags("rosters").MapExports();
        api.MapGroup("").RequireAuthorization(Policies.Rosters).WithTags("rosters").MapImports();
        api.MapGroup("").RequireAuthorization(Policies.Rosters).WithTags("rosters").MapReplay();
        api.MapGroup("").RequireAuthorization(Policies.DutyLines).WithTags("calendars").MapCalendars();
        api.MapGroup("").RequireAuthorization(Policies.Supervision).WithTags("notices").MapNotices();
        api.MapGroup("").RequireAuthorization(Policies.DutyLines).WithTags("notices").MapPhones();
        api.MapGroup("").RequireAuthorization(Policies.ContactCentre).WithTags("queue").MapQueue();
        api.MapGroup("").RequireAuthorization(Policies.ContactCentre).WithTags("agents").MapAgents();
        api.MapGroup("").RequireAuthorization(Policies.ContactCentre).WithTags("agents").MapDesk();
        api.MapGroup("").RequireAuthorization(Policies.ContactCentre).WithTags("calls").MapAgentVerbs();
        api.MapGroup("").RequireAuthorization(Policies.ContactCentre).WithTags("calls").MapRoom();
        api.MapGroup("").RequireAuthorization(Policies.ContactCentre).WithTags("transfers").MapTransfers();
        api.MapGroup("").RequireAuthorization(Policies.PassOn).WithTags("transfers").MapPassingOn();
        api.MapGroup("").RequireAuthorization(Policies.Callbacks).WithTags("calls").MapCalls();
        api.MapGroup("").RequireAuthorization(Policies.Callbacks).WithTags("call-backs").MapCallbacks();
        api.MapGroup("").RequireAuthorization(Policies.Supervision).WithTags("supervision").MapFlags();
        api.MapGroup("").RequireAuthorization(Policies.Supervision).WithTags("reports").MapFigures();
        api.MapGroup("").RequireAuthorization(Policies.SignedIn).WithTags("reports").MapDefinitions();
        api.MapGroup("").RequireAuthorization(Policies.Reports).WithTags("reports").MapReports();
        api.MapGroup("").RequireAuthorization(Policies.Reports).WithTags("reports").MapReportFiles();
        api.MapGroup("").RequireAuthorization(Policies.Objections).WithTags("reports").MapObjections();
        api.MapGroup("").RequireAuthorization(Policies.Rulings).WithTags("reports").MapRulings();
        api.MapGroup("").AllowAnonymous().WithTags("reports").MapReleases();
        api.MapGroup("").RequireAuthorization(Policies.Wallboard).WithTags("supervision").MapWallboard();
        api.MapGroup("").RequireAuthorization(Policies.Messages).WithTags("messages").MapMessages();
        api.MapGroup("").RequireAuthorization(Policies.Supervision).WithTags("menus").MapFlows();
        api.MapGroup("").RequireAuthorization(Policies.SignedIn).WithTags("menus").MapAnnouncement();
        api.MapGroup("").RequireAuthorization(Policies.Checks).WithTags("checks").MapMorningCheck();
        app.MapOpenApi("/openapi.json").AllowAnonymous();
    }
}

/// <summary>Marks the doors that the provider's signature opens, and nobody's sign-in.</summary>
public sealed class SignedByProvider;
