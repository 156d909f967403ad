using Bot.Channels;
using Bot.Channels.Messenger;
using Bot.Content;
using Bot.Content.Gate;
using Bot.Delivery;
using Bot.Dossiers;
using Bot.Dossiers.Import;
using Bot.Operation;
using Bot.Operation.Settings;
using Bot.Staff;
using Bot.Staff.Accounts;
using Bot.Staff.Notices;
using Bot.Staff.Publishing;
using Bot.Staff.Unanswered;
using Bot.Staff.Urgent;
using Bot.Storage;
using Bot.Turns;
using Bot.Web;
using Bot.Web.Files;

switch (args.FirstOrDefault())
{
    // What is not the server, a case each.
    case "check": return CheckCommand.Run(args[1..], TimeProvider.System, Console.Out);
    case "deliveries": return await DeliveriesCommand.RunAsync(args[1..], TimeProvider.System, Console.Out);
    case "dossiers" when args is [_, "look-ups", ..]: return await LookUpsCommand.RunAsync(args[2..], TimeProvider.System, Console.Out, Console.Error);
    case "dossiers":
        OneCore.Keep();
        return await DossiersCommand.RunAsync(args[1..], TimeProvider.System, Console.Out, Console.Error);
    case "staff": return await StaffCommand.RunAsync(args[1..], TimeProvider.System, HiddenLine.Read, Console.Out, Console.Error);
    case "notice": return NoticeCommand.Run(args[1..], TimeProvider.System, Console.Out, Console.Error);
    case "gate":
        // Citizens ask meanwhile.
        System.Diagnostics.Process.GetCurrentProcess().PriorityClass = System.Diagnostics.ProcessPriorityClass.BelowNormal;
        return await GateCommand.RunAsync(args[1..], TimeProvider.System, Console.Out);
    case "messenger-profile": return await ProfileCommand.RunAsync(args[1..], TimeProvider.System, Console.Out);
}
if (CommandLine.Refused(args, Console.Out, Console.Error) is { } refused) return refused;

try
{
    // The settings lie beside the program, whichever directory it is started from.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddOperation();
    builder.Services.AddStorage(builder.Configuration);
    builder.Services.AddContent(builder.Configuration);
    builder.Services.AddDossiers(builder.Configuration, builder.Environment);
    builder.Services.AddDelivery(builder.Configuration);
    builder.Services.AddTurns(builder.Configuration);
    builder.Services.AddChannels(builder.Configuration);
    builder.Services.AddStaff(builder.Configuration);
    builder.Services.AddNoticeDesk();
    builder.Services.AddPublishing(builder.Configuration);
    builder.Services.AddUnanswered();
    builder.Services.AddUrgent();
    builder.Services.AddSite(builder.Configuration);

    await using var app = builder.Build();
    // Asked for now, the content is read while the rest starts.
    var content = app.Services.GetRequiredService<LiveContent>();
    app.UseKnownProxies();
    app.UseSite();
    app.UseRouting();
    app.UseChannels();
    app.MapHealth();
    app.MapChannels();
    app.AnnounceChannels();
    app.MapAssets();
    await app.StartAsync();
    await content.Ready;
    app.AnnounceAddress();
    // Reading the content leaves many times its size behind; nothing would ask for it back for hours.
    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception error) when (StartFailure.Explain(error) is { } line)
{
    Console.Error.WriteLine(line);
    return 1;
}
