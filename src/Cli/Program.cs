using SocialContract.Cli;

#pragma warning disable RS0030 // The composition root: every other part is given the clock.
return (int)CommandProcess.Run(args, TimeProvider.System);
#pragma warning restore RS0030
