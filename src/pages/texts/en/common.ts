/** English texts of area `common`: the frame of every page. */

export const common = {
  skipToContent: 'Skip to content',
  language: 'Language',
  changeLanguage: 'Change',
  cookies: 'Cookies',
  privacy: 'Privacy: {contact}',
  errorTitle: 'Error: {title}',
  errorSummary: 'There is a problem',
  firstPage: 'First page',
  previousPage: 'Previous',
  nextPage: 'Next',
  pages: 'Pages',
  cookieTitle: 'Cookies',
  cookieIntro:
    'These pages use only the cookies that signing in cannot do without. None of them tracks anyone, and none is shared with another site.',
  cookieName: 'Name',
  cookiePurpose: 'Purpose',
  cookieLife: 'Kept for',
  cookieHours: '{hours, plural, one {# hour} other {# hours}}',
  cookieBrowser: 'Recognises the browser that began a sign-in, so that nobody else can finish it.',
  cookiePortal: 'Keeps you signed in to your account or the console until you leave.',
};
